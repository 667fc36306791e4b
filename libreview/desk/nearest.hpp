#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/desk/read_cases.hpp"
#include "libreview/learning/recommendation_state.hpp"
#include "libreview/views/learned.hpp"

namespace review {

/// An earlier recommendation as the reader may see it.
struct Earlier {
  std::string case_id;
  std::string recommendation;  ///< its name in the case
  std::string entry;
  std::string made_on;
  std::string text;
  std::vector<std::string> to;
  std::vector<std::string> themes;
  RecommendationState state;
  int alike = 0;                      ///< see `in_percent`; 0 where it was not found by its words
  std::vector<std::string> shared{};  ///< see Likeness::shared
};

/// What is looked for.
struct NearestWanted {
  std::string_view text;
  int from = 0;          ///< so like at least, in per cent
  std::size_t most = 0;  ///< so many at most
  std::string not_in{};  ///< a case that is left out
};

/// The longest text that is looked for, in bytes.
inline constexpr std::size_t longest_recommendation = 20'000;

/// The recommendations most like a text, of all cases that the reader sees, likest first, then the newer. How like one
/// is goes by the words that the reader reads: what an embargo keeps back neither brings it nearer nor shows that it is
/// there. What is given is noted as read.
[[nodiscard]] std::vector<Earlier> nearest(ReadCases& cases, const NearestWanted& wanted);

/// A recommendation as the reader may see it.
[[nodiscard]] Earlier earlier_of(ReadCases& cases, const v1::Entry& made);

}  // namespace review

#pragma once

#include <string>
#include <vector>

#include "libreview/desk/nearest.hpp"

namespace review {

/// A recommendation of a case, and the all but equal ones that were made before.
struct RepeatedRecommendation {
  Earlier made;
  int times = 0;                ///< so many of them
  std::vector<Earlier> before;  ///< likest first, at most `most_repeats`
};

/// An earlier case or programme on the same theme.
struct ThemeInCase {
  std::string case_id;
  std::string said_on;                   ///< when it was last said there
  std::vector<Earlier> recommendations;  ///< those on the theme: what was asked for then, and what became of it
};

/// A theme of a case, and how often it was found before.
struct RepeatedTheme {
  std::string theme;
  int findings = 0;                 ///< so many findings on it
  int recommended = 0;              ///< so many recommendations on it
  int cases = 0;                    ///< in so many cases
  int programmes = 0;               ///< and in so many programmes
  std::vector<ThemeInCase> newest;  ///< the newest `most_cases_told` of those
};

/// What of a case was said before in other cases and in programmes.
struct Repeats {
  std::vector<RepeatedRecommendation> recommendations;  ///< all of the case, in their order
  std::vector<RepeatedTheme> themes;  ///< all of the case, those found, then recommended on, most often first
};

inline constexpr std::size_t most_repeats = 5;
inline constexpr std::size_t most_cases_told = 5;

/// What of a case was said before, as far as the reader sees it: before the case itself said it first. Recommendations
/// are all but equal from `from` per cent on. Refuses a case that the reader does not see. What is given is noted as
/// read.
[[nodiscard]] Result<Repeats> repeats(ReadCases& cases, const std::string& case_id, int from);

}  // namespace review

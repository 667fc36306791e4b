#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// How far a row's case has come, and what was decided.
struct PastStage {
  bool legacy = false;  ///< a serious case review of the system before
  std::string stage;    ///< as the schema names it
  std::string outcome;  ///< the same; empty where nothing is known
};

/// As the row says it; where it has no status, as its days do, with a warning that says so.
[[nodiscard]] PastStage stage_of_row(PastRow& row);

/// The columns of days that the row has left empty though a later one is filled. Of a serious case review none is
/// missing that only the new system knows.
[[nodiscard]] std::vector<std::string_view> missing_days(const PastRow& row, bool legacy);

}  // namespace review

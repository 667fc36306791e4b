#include "libreview/past/told_findings.hpp"

#include <fmt/format.h>

#include <utility>

namespace review {

void ToldFindings::thin(std::vector<RowFinding>& of_row) {
  std::vector<RowFinding> told;
  bool has_error = false;
  for (auto& one : of_row) {
    auto& so_far = one.is_error() ? errors_ : warnings_;
    if (so_far >= most && (has_error || !one.is_error())) {
      ++(one.is_error() ? errors_left_ : warnings_left_);
      continue;
    }
    ++so_far;
    has_error = has_error || one.is_error();
    told.push_back(std::move(one));
  }
  of_row = std::move(told);
}

std::vector<RowFinding> ToldFindings::what_is_left() const {
  std::vector<RowFinding> left;
  if (errors_left_ > 0) {
    left.push_back(
        {{},
         0,
         {},
         "too-large",
         fmt::format("There are {} more faults than are named here. Mend those that are named, then send the "
                     "file again.",
                     errors_left_)});
  }
  if (warnings_left_ > 0) {
    left.push_back({{},
                    0,
                    {},
                    {},
                    fmt::format("There are {} more things to know, which are not named here. What was made of a cell "
                                "stands in the note of its case.",
                                warnings_left_)});
  }
  return left;
}

}  // namespace review

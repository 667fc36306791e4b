#include "libreview/base/told_together.hpp"

#include <algorithm>
#include <utility>

namespace review {
namespace {

/// About what the request says: its form, or a rule.
bool is_of_the_request(Code code) { return code_row(code).status == 400 || code_row(code).status == 409; }

}  // namespace

Refusal told_together(std::vector<Refusal> refusals) {
  Refusal told = std::move(refusals.front());
  if (told.violations.empty() || !is_of_the_request(told.code)) return told;
  for (auto other = refusals.begin() + 1; other != refusals.end(); ++other) {
    if (code_row(other->code).overridable || !is_of_the_request(other->code)) continue;
    for (auto& violation : other->violations) {
      const auto is_same = [&](const Violation& one) {
        return one.pointer == violation.pointer && one.message == violation.message;
      };
      if (std::ranges::none_of(told.violations, is_same)) told.violations.push_back(std::move(violation));
    }
  }
  return told;
}

}  // namespace review

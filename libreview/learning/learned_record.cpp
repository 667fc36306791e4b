#include "libreview/learning/learned_record.hpp"

#include "libreview/record/days.hpp"

namespace review {

std::optional<FoundWhen> found_when(const v1::FindingFile& finding) {
  const auto first = earliest_day(finding.found_on());
  const auto last = latest_day(finding.found_until().empty() ? finding.found_on() : finding.found_until());
  if (!first || !last) return std::nullopt;
  return FoundWhen{*first, *last};
}

Beside beside(const v1::FindingFile& finding, Date day) {
  const auto when = found_when(finding);
  if (!when) return Beside::unclear;
  if (when->last < day) return Beside::before;
  return when->first >= day ? Beside::after : Beside::unclear;
}

}  // namespace review

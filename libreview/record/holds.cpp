#include "libreview/record/holds.hpp"

#include <fmt/format.h>

#include "libreview/record/days.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

std::string title_of(v1::ProceedingsKind kind) {
  const auto* value = v1::ProceedingsKind_descriptor()->FindValueByNumber(kind);
  return value == nullptr ? std::string() : choice_label(*value);
}

}  // namespace

std::vector<Held> holds_on(const v1::CaseFile& file, Date today) {
  std::vector<Held> holds;
  for (const auto& one : file.proceedings()) {
    if (!one.open() || !one.holds()) continue;
    holds.push_back(
        Held{"PROCEEDINGS", one.proceedings(), one.opened_on(),
             fmt::format("Open proceedings ({}) hold publication until they are concluded.", title_of(one.kind())),
             one.expected_end()});
  }
  for (const auto& one : file.orders()) {
    const auto ends = whole_day(one.ends_on());
    if (one.ended() || one.permits_anonymised() || (ends && *ends < today)) continue;
    holds.push_back(Held{"COURT_ORDER", one.order(), one.since(),
                         one.ends_on().empty() ? "A court order without an end binds publication."
                                               : "A court order binds publication until it ends.",
                         one.ends_on()});
  }
  for (const auto& one : file.embargoes()) {
    if (one.lifted()) continue;
    holds.push_back(Held{"EMBARGO", one.embargo(), one.since(),
                         "An embargo holds publication until two people lift it.", one.review_on()});
  }
  return holds;
}

}  // namespace review

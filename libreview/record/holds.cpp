#include "libreview/record/holds.hpp"

#include <fmt/format.h>

#include <utility>

#include "libreview/record/days.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

std::string title_of(v1::ProceedingsKind kind) {
  const auto* value = v1::ProceedingsKind_descriptor()->FindValueByNumber(kind);
  return value == nullptr ? std::string() : choice_label(*value);
}

/// The last day of an order, whatever it allows; empty where it has ended.
std::string last_day_of(const v1::OrderFile& one) {
  if (one.ended()) return {};
  const auto ends = whole_day(one.ends_on());
  return ends ? ends->iso() : std::string(no_day);
}

}  // namespace

std::string held_to(const v1::ProceedingsFile& one) {
  return one.open() && one.holds() ? std::string(no_day) : std::string();
}

std::string held_to(const v1::OrderFile& one) { return one.permits_anonymised() ? std::string() : last_day_of(one); }

std::string held_to(const v1::EmbargoFile& one) { return one.lifted() ? std::string() : std::string(no_day); }

bool is_in_force(const v1::OrderFile& one, Date day) { return last_day_of(one) >= day.iso(); }

std::vector<Held> holds_on(const v1::CaseFile& file, Date today) {
  std::vector<Held> holds;
  for (const auto& one : file.proceedings()) {
    if (!holds_on_day(one, today)) continue;
    holds.push_back(
        Held{"PROCEEDINGS", one.proceedings(), one.opened_on(),
             fmt::format("Open proceedings ({}) hold publication until they are concluded.", title_of(one.kind())),
             one.expected_end()});
  }
  for (const auto& one : file.orders()) {
    if (!holds_on_day(one, today)) continue;
    holds.push_back(Held{"COURT_ORDER", one.order(), one.since(),
                         one.ends_on().empty() ? "A court order without an end binds publication."
                                               : "A court order binds publication until it ends.",
                         one.ends_on()});
  }
  for (const auto& one : file.embargoes()) {
    if (!holds_on_day(one, today)) continue;
    holds.push_back(Held{"EMBARGO", one.embargo(), one.since(),
                         "An embargo holds publication until two people lift it.", one.review_on()});
  }
  return holds;
}

std::vector<Held> holds_on(const v1::CaseFile& file, const std::vector<v1::CaseFile>& others, Date today) {
  auto holds = holds_on(file, today);
  for (const auto& other : others) {
    for (auto& hold : holds_on(other, today)) {
      hold.name = other.case_() + "/" + hold.name;
      holds.push_back(std::move(hold));
    }
  }
  return holds;
}

}  // namespace review

#include "libreview/figures/route_of.hpp"

#include <algorithm>

#include "libreview/record/days.hpp"

namespace review {
namespace {

/// The last entry of the case that says that the Panel was notified; null where there is none.
const v1::Entry* notification_in(const CountedCase& one) {
  const auto found = std::find_if(one.entries.rbegin(), one.entries.rend(),
                                  [](const v1::Entry& entry) { return entry.has_panel_notified(); });
  return found == one.entries.rend() ? nullptr : &*found;
}

/// The first day that is known of a case that was brought in; empty where none is known to the day.
std::string first_known_day(const v1::CaseBroughtIn& brought) {
  std::string first;
  for (const auto& known : brought.known_dates()) {
    if (whole_day(known.on()) && (first.empty() || known.on() < first)) first = known.on();
  }
  return first;
}

/// A case that was brought in belongs to the year in which it began, as far as that is known.
std::string opened_on(const CountedCase& one) {
  if (one.entries.empty()) return one.file.opened_on();
  const auto& opening = one.entries.front();
  const auto known = opening.has_case_brought_in() ? first_known_day(opening.case_brought_in()) : std::string();
  return known.empty() ? opening.occurred_on() : known;
}

}  // namespace

std::string_view route_of(const CountedCase& one, const FigureQuestion& asked) {
  const auto& file = one.file;
  if (file.notified() && is_by(file.notified_on(), asked.end()))
    return asked.period.has(file.notified_on()) ? "notified" : "";
  const auto day = opened_on(one);
  if (!asked.period.has(day) || !is_by(day, asked.end())) return {};
  if (file.opened_by() == "learning-referred") return "directed";
  if (file.opened_by() == "contribution-requested") return "contribution";
  return file.opened_by() == "case-brought-in" ? "brought-in" : "logged";
}

Behind behind_route(const CountedCase& one, std::string_view route) {
  const auto* notified = route == "notified" ? notification_in(one) : nullptr;
  if (notified != nullptr) return {one.file.case_(), notified->entry()};
  return {one.file.case_(), one.entries.empty() ? std::string() : one.entries.front().entry()};
}

}  // namespace review

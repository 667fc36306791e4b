#include "libreview/figures/route_of.hpp"

#include <algorithm>

namespace review {
namespace {

/// The last entry of the case that says that the Panel was notified; null where there is none.
const v1::Entry* notification_in(const CountedCase& one) {
  const auto found = std::find_if(one.entries.rbegin(), one.entries.rend(),
                                  [](const v1::Entry& entry) { return entry.has_panel_notified(); });
  return found == one.entries.rend() ? nullptr : &*found;
}

std::string opened_on(const CountedCase& one) {
  return one.entries.empty() ? one.file.opened_on() : one.entries.front().occurred_on();
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

#include "libreview/alerts/alert_words.hpp"

#include <fmt/format.h>

#include "libreview/calendar/counting.hpp"

namespace review {
namespace {

std::string working_days(int number) { return fmt::format("{} working {}", number, number == 1 ? "day" : "days"); }

/// So many working days, as far as the holidays reach.
std::string between(Date after, Date through, const Calendar& calendar, std::string_view what) {
  const auto days = working_days_between(after, through, calendar);
  return days ? fmt::format(" {} {}.", working_days(*days), what) : std::string();
}

/// A watch of what has happened: nothing is late, it waits for somebody.
bool is_past(std::string_view name, const RuleBook& law) {
  const auto* watch = law.watch(name);
  return watch != nullptr && watch->of_clock.empty() && watch->warnings.empty();
}

}  // namespace

std::string alert_words(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today) {
  const auto name = std::string_view(arm.clock).substr(0, arm.clock.find(':'));
  const auto due = arm.due.words();
  if (is_past(name, law)) return fmt::format("Since {}.", due);
  if (const auto* rule = law.clock(name); rule != nullptr && rule->minimum && arm.due <= today) {
    return fmt::format("The time that was asked for was over on {}.", due);
  }
  if (today < arm.due) return fmt::format("Due on {}.{}", due, between(today, arm.due, calendar, "left"));
  if (today == arm.due) return fmt::format("Due today, {}.", due);
  return fmt::format("It was due on {}.{}", due, between(arm.due, today, calendar, "late"));
}

std::string next_for(const std::string& step) {
  if (step == "chase") return "Ask again.";
  if (step == "escalate") return "Tell a deputy, a manager or the chair.";
  return step.starts_with("again-") ? "Ask again, and tell a deputy, a manager or the chair." : "";
}

}  // namespace review

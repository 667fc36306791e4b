#include "libreview/alerts/alert_words.hpp"

#include <fmt/format.h>

#include "libreview/alerts/arm_rule.hpp"
#include "libreview/calendar/counting.hpp"

namespace review {
namespace {

std::string working_days(int number) { return fmt::format("{} working {}", number, number == 1 ? "day" : "days"); }

/// So many working days, as far as the holidays reach.
std::string between(Date after, Date through, const Calendar& calendar, std::string_view what) {
  const auto days = working_days_between(after, through, calendar);
  return days ? fmt::format(" {} {}.", working_days(*days), what) : std::string();
}

bool is_over(const Arm& arm, const ArmRule& rule, Date today) { return rule.kept_up && arm.due <= today; }

}  // namespace

std::string alert_words(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today) {
  const auto due = arm.due.words();
  const auto rule = rule_of(arm, law);
  if (rule.happened) return fmt::format("Since {}.", due);
  if (is_over(arm, rule, today)) return fmt::format("The time that was asked for was over on {}.", due);
  if (today < arm.due) return fmt::format("Due on {}.{}", due, between(today, arm.due, calendar, "left"));
  if (today == arm.due) return fmt::format("Due today, {}.", due);
  return fmt::format("It was due on {}.{}", due, between(arm.due, today, calendar, "late"));
}

std::string moved_words(const Arm& arm, Date from, const std::string& cause, const RuleBook& law,
                        const Calendar& calendar, Date today) {
  return fmt::format("The date moved from {} to {}, because {}. {}", from.words(), arm.due.words(), cause,
                     alert_words(arm, law, calendar, today));
}

bool is_waiting(const Arm& arm, const RuleBook& law, Date today) {
  const auto rule = rule_of(arm, law);
  return rule.happened || is_over(arm, rule, today);
}

std::string next_for(const std::string& step) {
  if (step == "chase") return "Ask again.";
  if (step == "escalate") return "Tell a deputy, a manager or the chair.";
  return step.starts_with("again-") ? "Ask again, and tell a deputy, a manager or the chair." : "";
}

}  // namespace review

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/alerts/arm.hpp"

namespace review {

/// A step of an arm, from the day on which it is told:
/// `before-5`  so many working days are left (a warning of the clock or watch)
/// `due`       the day itself
/// `overdue`   the day after, working day or not
/// `chase`, `escalate`, `again-1`, `again-2` …   the partnership's ladder, in working days after the day
/// `moved`     the rules or the holidays gave it another day: told at once, and in place of the step that stands then
/// What is kept up for a time (a minimum) is never late: `due` is its last step. So it is of a watch that is told once.
struct Step {
  std::string name;
  Date on;

  [[nodiscard]] friend bool operator==(const Step&, const Step&) = default;
};

/// The name of the step that no day brings.
inline constexpr std::string_view moved_step = "moved";

/// Every name that a step can have by this law, each once; the repeated ones, which have no end, as `again-1`.
[[nodiscard]] std::vector<std::string> step_names(const RuleBook& law);
/// Whether this law ever tells a step of this name: one of `step_names`, or `again-` and a whole number from 1.
[[nodiscard]] bool is_step(std::string_view name, const RuleBook& law);

/// Whether the step is for somebody else as well: a deputy, a manager or the chair. From `escalate` on.
[[nodiscard]] bool is_escalated(std::string_view step);

/// The step that stands on `today`: the last one whose day has come. Those before it that were never told are not told
/// any more. Nothing before the first. Where two steps fall on one day, the later of the list stands.
[[nodiscard]] std::optional<Step> step_on(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today);

/// Where an arm stands on a day: what `step_on` and `next_step_after` that day say, found together.
struct StepAndNext {
  std::optional<Step> step;
  std::optional<Date> next;
};
[[nodiscard]] StepAndNext step_and_next(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today);

/// The first day after `after` on which another step is told; with nothing given, the day of the first step. Nothing
/// where there is no other, or where the holidays do not reach so far.
[[nodiscard]] std::optional<Date> next_step_after(const Arm& arm, const RuleBook& law, const Calendar& calendar,
                                                  std::optional<Date> after = {});

}  // namespace review

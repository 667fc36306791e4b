#pragma once

#include <string>

#include "libreview/alerts/steps.hpp"

namespace review {

/// What a step says on a day, in one sentence without a name: `Due in 5 working days, on Tuesday 17 March 2026.`,
/// `Due today.`, `It was due on Monday 16 March 2026: 2 working days late.`
[[nodiscard]] std::string alert_words(const Arm& arm, const RuleBook& law, const Calendar& calendar, Date today);

/// The same for one that was moved by the rules or the holidays, with the day before. `cause` says what moved it:
/// `Fri 9 January 2026 was added to the days off`.
[[nodiscard]] std::string moved_words(const Arm& arm, Date from, const std::string& cause, const RuleBook& law,
                                      const Calendar& calendar, Date today);

/// Whether it waits for somebody and is not late: what has happened, or a time that was kept up and is over.
[[nodiscard]] bool is_waiting(const Arm& arm, const RuleBook& law, Date today);

/// What to do about it: `Ask again.` for a step of the ladder; empty where the day says enough.
[[nodiscard]] std::string next_for(const std::string& step);

}  // namespace review

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/past/past_plan.hpp"

namespace review {

/// A day that stands for one that a row leaves out.
struct StandingDay {
  std::string day;   ///< to the day
  std::string says;  ///< `Tue 3 February 2015, on which the report was accepted`
};

/// The day on which something was, as far as it is known. Of a month or a year it is the last day, and never one after
/// today. Nothing where the text is no day.
[[nodiscard]] std::optional<StandingDay> standing_day(const std::string& day, std::string_view what, Date today);

/// The day that what was learned from a case is dated by where its row does not say: that its report was accepted, else
/// published, else that the partners decided, else that the case was closed; else the last day that is known of it.
/// Nothing where no day of the case is known.
[[nodiscard]] std::optional<StandingDay> day_of_learning(const PastCase& of_case, Date today);

/// The day that a cell says. Of a month or a year it is the last day, and never one after today, with a warning. Empty
/// where the cell is, or says that nobody knows.
[[nodiscard]] std::string said_day(PastRow& row, std::string_view field);

/// Says of a field whose day is not known which one stands for it, and keeps that in the note.
void warn_of_standing_day(PastRow& row, std::string_view field, const StandingDay& stands);

}  // namespace review

#pragma once

#include "libreview/calendar/counting.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// --counting and --unit.
[[nodiscard]] std::vector<Option> counting_options();
[[nodiscard]] review::Counting counting_of(const Arguments& arguments);
[[nodiscard]] review::Unit unit_of(const Arguments& arguments);

/// A day given as an operand.
Outcome<review::Date> day_operand(const Arguments& arguments, std::string_view name);

/// The days of a working: as JSON, and for a person.
[[nodiscard]] boost::json::array working_json(const std::vector<review::WorkedDay>& working);
[[nodiscard]] Table working_table(const std::vector<review::WorkedDay>& working);

/// `5 working days`, `1 month`.
[[nodiscard]] std::string length_words(int length, review::Unit unit);
/// `the day after is day 1`.
[[nodiscard]] std::string counting_words(review::Counting counting);

}  // namespace reviewctl

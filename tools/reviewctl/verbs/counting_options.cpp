#include "tools/reviewctl/verbs/counting_options.hpp"

#include "tools/reviewctl/counted.hpp"

namespace reviewctl {

std::vector<Option> counting_options() {
  return {{"counting", "HOW", "Whether the first day is day 1 or the day after is", {"day-after", "same-day"}},
          {"unit", "UNIT", "What is counted", {"working-days", "calendar-days", "months"}}};
}

review::Counting counting_of(const Arguments& arguments) {
  return review::find_counting(arguments.text("counting")).value_or(review::Counting::day_after);
}

review::Unit unit_of(const Arguments& arguments) {
  return review::find_unit(arguments.text("unit")).value_or(review::Unit::working_days);
}

Outcome<review::Date> day_operand(const Arguments& arguments, std::string_view name) {
  const auto day = arguments.day(name);
  if (!day) return stop(day.error());
  return day->value();
}

std::string length_words(int length, review::Unit unit) {
  const std::string one = unit == review::Unit::working_days    ? "working day"
                          : unit == review::Unit::calendar_days ? "calendar day"
                                                                : "month";
  return counted(length, one, one + "s");
}

std::string counting_words(review::Counting counting) {
  return counting == review::Counting::same_day ? "the first day is day 1" : "the day after is day 1";
}

boost::json::array working_json(const std::vector<review::WorkedDay>& working) {
  boost::json::array all;
  for (const auto& one : working) {
    all.push_back(
        boost::json::object{{"date", one.date.iso()}, {"counted", one.counted}, {"day", one.day}, {"why", one.why}});
  }
  return all;
}

Table working_table(const std::vector<review::WorkedDay>& working) {
  Table table{{{"DATE", "date"}, {"DAY", "weekday"}, {"COUNTS", "counted"}, {"NUMBER", "day"}, {"WHY", "why"}}};
  for (const auto& one : working) {
    table.rows.push_back(
        {one.date.iso(), one.date.words().substr(0, 3), one.counted ? "yes" : "no", std::to_string(one.day), one.why});
  }
  return table;
}

}  // namespace reviewctl

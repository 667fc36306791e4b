#include <fmt/format.h>

#include <algorithm>

#include "tools/reviewctl/verbs/counting_options.hpp"
#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

using review::Date;
using review::WorkedDay;

/// Every day between two, each with whether it counts; the first counts only where it is day 1.
std::vector<WorkedDay> days_between(Date from, Date to, bool working_days, review::Counting counting,
                                    const review::Calendar& calendar) {
  std::vector<WorkedDay> days;
  const int step = to < from ? -1 : 1;
  int number = 0;
  for (Date day = from;; day = day.plus_days(step)) {
    const bool excluded = day == from && counting == review::Counting::day_after;
    const bool counts = !excluded && (!working_days || calendar.working(day));
    if (counts) number += step;
    const std::string why = excluded       ? "day 0: the count starts on the next day"
                            : working_days ? calendar.why(day)
                                           : "calendar day";
    days.push_back({day, counts, number, why});
    if (day == to) return days;
  }
}

Outcome<ExitCode> run_calendar_count(Call& call) {
  const auto calendar = offline_calendar(call.arguments);
  if (!calendar) return stop(calendar.error());
  const auto from = day_operand(call.arguments, "DATE");
  if (!from) return stop(from.error());
  const auto to = day_operand(call.arguments, "OTHER");
  if (!to) return stop(to.error());
  const auto unit = unit_of(call.arguments);
  if (unit == review::Unit::months)
    return misused("Days are counted, not months: --unit working-days or calendar-days.");
  if (!calendar->covers(*from) || !calendar->covers(*to)) {
    return stop(review::Refusal{
        review::Code::beyond_calendar,
        fmt::format("The calendar covers {} to {}.", calendar->first().words(), calendar->last().words())});
  }
  const auto counting = counting_of(call.arguments);
  const auto days = days_between(*from, *to, unit == review::Unit::working_days, counting, *calendar);
  const int count = days.back().day;
  if (call.output.for_people()) {
    call.output.line(fmt::format("{} from {} to {}, where {}", length_words(count, unit), from->words(), to->words(),
                                 counting_words(counting)));
    call.output.line();
    call.output.table(working_table(days));
  } else {
    call.output.value(boost::json::object{{"from", from->iso()},
                                          {"to", to->iso()},
                                          {"days", count},
                                          {"unit", std::string(review::unit_name(unit))},
                                          {"counting", std::string(review::counting_name(counting))},
                                          {"working", working_json(days)}});
  }
  return ExitCode::done;
}

}  // namespace

Verb calendar_count() {
  auto options = counting_options();
  options.push_back(overlay_option());
  return {.noun = "calendar",
          .verb = "count",
          .summary = "Counts the days from one day to another, and shows each",
          .operands = {{"DATE", "The day to count from"}, {"OTHER", "The day to count to, included; may be earlier"}},
          .options = std::move(options),
          .examples = {{"How many working days over Easter?", "calendar count 2026-04-02 2026-04-13"}},
          .run = run_calendar_count};
}

}  // namespace reviewctl

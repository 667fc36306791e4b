#include "tools/reviewctl/verbs/offline_law.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<ExitCode> run_calendar_holidays(Call& call) {
  const auto calendar = offline_calendar(call.arguments);
  if (!calendar) return stop(calendar.error());
  const auto from = call.arguments.day("from");
  if (!from) return stop(from.error());
  const auto to = call.arguments.day("to");
  if (!to) return stop(to.error());
  const auto first = from->value_or(calendar->first());
  const auto last = to->value_or(calendar->last());
  if (!calendar->covers(first) || !calendar->covers(last)) {
    return stop(review::Refusal{review::Code::beyond_calendar, "The calendar covers " + calendar->first().words() +
                                                                   " to " + calendar->last().words() + "."});
  }
  Listing listing{"holidays",
                  {},
                  {{{"DATE", "date"}, {"DAY", "weekday"}, {"NAME", "name"}, {"KIND", "kind"}, {"", "source"}}},
                  "There is none."};
  for (const auto& one : calendar->holidays()) {
    if (one.date < first || last < one.date) continue;
    listing.items.push_back(
        json::object{{"date", one.date.iso()}, {"name", one.name}, {"kind", one.kind}, {"source", one.source}});
    listing.table.rows.push_back({one.date.iso(), one.date.words().substr(0, 3), one.name, one.kind, one.source});
  }
  call.output.list(listing);
  return ExitCode::done;
}

}  // namespace

Verb calendar_holidays() {
  return {.noun = "calendar",
          .verb = "holidays",
          .summary = "Lists the bank holidays of England and Wales",
          .lists = true,
          .options = {{"from", "DATE", "From that day"}, {"to", "DATE", "To that day, included"}, overlay_option()},
          .examples = {{"This year's", "calendar holidays --from 2026-01-01 --to 2026-12-31"}},
          .run = run_calendar_holidays};
}

}  // namespace reviewctl

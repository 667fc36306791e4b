#include "tools/reviewctl/clock_table.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "libreview/calendar/date.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/verbs/counting_options.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
using reviewd::practice_terms;

Tone tone_of(const std::string& state) {
  if (state == "OVERDUE") return Tone::bad;
  if (state == "DUE_TODAY" || state == "MET_LATE" || state == "NOT_COMPUTED") return Tone::warning;
  return state == "MET" ? Tone::good : Tone::plain;
}

std::string days_of(const json::object& clock) {
  const int late = number_of(clock, "workingDaysLate");
  if (late > 0) return fmt::format("{} late", late);
  const auto state = text_of(clock, "state");
  if (state == "RUNNING" || state == "DUE_TODAY") return fmt::format("{} left", number_of(clock, "workingDaysLeft"));
  return {};
}

std::string number_text(const json::object& clock, std::string_view name) {
  return clock.contains(name) ? std::to_string(number_of(clock, name)) : std::string();
}

/// The local date where it differs, so that nobody takes one for the other.
std::string local_of(const json::object& clock) {
  const auto* local = object_of(clock, "local");
  return local == nullptr ? std::string() : text_of(*local, "dueOn");
}

void show_local(Output& output, const json::object& local) {
  output.line();
  const auto counting = review::find_counting(text_of(local, "counting"));
  output.line(fmt::format("Here: {} {}{}, due on {}.", number_of(local, "length"), in_plain(text_of(local, "unit")),
                          counting ? ", where " + counting_words(*counting) : "", text_of(local, "dueOn")));
  if (const auto warning = text_of(local, "warning"); !warning.empty()) output.line(practice_terms(warning));
  for (const auto& cite : list_of(local, "cites")) {
    if (cite.is_string()) output.line("  " + std::string(cite.get_string()));
  }
}

std::string day_or_unknown(const json::object& run, std::string_view name) {
  const auto day = text_of(run, name);
  return day.empty() ? std::string("not known") : day;
}

}  // namespace

Listing clock_listing(std::vector<json::value> clocks, std::string none) {
  Table table{{{"CASE", "case"},
               {"CLOCK", "clock"},
               {"STATE", "state"},
               {"STARTED", "startedOn"},
               {"DUE", "dueOn"},
               {"LOCAL", "localDueOn"},
               {"DONE", "stoppedOn"},
               {"DAYS", "workingDaysLate"},
               {"", "workingDaysLeft"},
               {"OWED BY", "owedBy"},
               {"", "legalStatus"},
               {"", "law"},
               {"TITLE", "title"}}};
  for (const auto& value : clocks) {
    const auto& clock = value.get_object();
    const auto state = text_of(clock, "state");
    const auto agency = text_of(clock, "agency");
    table.rows.push_back({reference_in(clock),
                          text_of(clock, "clock"),
                          {in_plain(state), state, tone_of(state)},
                          text_of(clock, "startedOn"),
                          text_of(clock, "dueOn"),
                          local_of(clock),
                          text_of(clock, "stoppedOn"),
                          {days_of(clock), number_text(clock, "workingDaysLate"), tone_of(state)},
                          number_text(clock, "workingDaysLeft"),
                          {agency.empty() ? in_plain(text_of(clock, "owedBy")) : agency, text_of(clock, "owedBy")},
                          text_of(clock, "legalStatus"),
                          text_of(clock, "law"),
                          {practice_terms(text_of(clock, "title")), text_of(clock, "title")}});
  }
  return {"clocks", std::move(clocks), std::move(table), std::move(none)};
}

void show_clock(Output& output, const json::object& clock) {
  output.line(fmt::format("{} ({}), {} {}", practice_terms(text_of(clock, "title")), text_of(clock, "clock"),
                          review::sort_of(reference_in(clock)).name, reference_in(clock)));
  output.line(practice_terms(text_of(clock, "says")));
  if (const auto why = text_of(clock, "why"); !why.empty()) output.line(practice_terms(why));
  if (const auto because = text_of(clock, "startBecause"); !because.empty()) output.line(practice_terms(because));
  if (const auto reason = text_of(clock, "latenessReason"); !reason.empty()) output.line("Why late: " + reason);
  Table working{{{"DATE", "date"}, {"DAY", "weekday"}, {"COUNTS", "counted"}, {"NUMBER", "day"}, {"WHY", "why"}}};
  for (const auto* day : objects_of(clock, "working")) {
    const auto date = review::Date::parse(text_of(*day, "date"));
    working.rows.push_back({text_of(*day, "date"), date ? date->words().substr(0, 3) : std::string(),
                            is_true(*day, "counted") ? "yes" : "no", std::to_string(number_of(*day, "day")),
                            text_of(*day, "why")});
  }
  if (!working.rows.empty()) {
    output.line();
    output.table(working);
  }
  if (const auto* local = object_of(clock, "local")) show_local(output, *local);
  output.line();
  output.line("Law: " + text_of(clock, "law"));
  for (const auto& cite : list_of(clock, "cites")) {
    if (cite.is_string()) output.line("  " + std::string(cite.get_string()));
  }
  for (const auto* run : objects_of(clock, "runs")) {
    output.line(fmt::format("Earlier: started {}, due {}, {} {}", day_or_unknown(*run, "startedOn"),
                            day_or_unknown(*run, "dueOn"), in_plain(text_of(*run, "state")),
                            text_of(*run, "stoppedOn")));
  }
}

void show_changes(Output& output, const json::object& preview) {
  for (const auto* change : objects_of(preview, "clocks")) {
    const auto* after = object_of(*change, "after");
    const auto* before = object_of(*change, "before");
    const auto* clock = after != nullptr ? after : before;
    if (clock == nullptr) continue;
    output.line(fmt::format("{} {}. {}", text_of(*change, "clock"), in_plain(text_of(*change, "change")),
                            after == nullptr ? std::string() : practice_terms(text_of(*after, "says"))));
  }
}

}  // namespace reviewctl

#include <fmt/format.h>

#include "libreview/calendar/date.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
using reviewd::practice_terms;

std::string words_of(const std::string& day) {
  const auto date = review::Date::parse(day);
  return date ? date->words() : day;
}

void show_timetable(Output& output, const json::object& timetable) {
  output.line("Timetable of the rapid review, case " + text_of(timetable, "case"));
  if (const auto why = text_of(timetable, "why"); !why.empty()) return output.line(practice_terms(why));
  output.line(fmt::format("Notified on {}. Due at the National Panel on {}.",
                          words_of(text_of(timetable, "notifiedOn")), words_of(text_of(timetable, "nationalDueOn"))));
  output.line();
  Table table{{{"DAY", "day"},
               {"FROM", "fromOn"},
               {"DONE BY", "dueOn"},
               {"STEP", "step"},
               {"DONE", "doneOn"},
               {"NOTE", "note"}}};
  for (const auto* step : objects_of(timetable, "steps")) {
    const bool late = is_true(*step, "afterNationalDate");
    table.rows.push_back({std::to_string(number_of(*step, "day")),
                          words_of(text_of(*step, "fromOn")),
                          words_of(text_of(*step, "dueOn")),
                          {practice_terms(text_of(*step, "title")), text_of(*step, "title")},
                          text_of(*step, "doneOn"),
                          {late                      ? "after the date of the National Panel"
                           : is_true(*step, "moved") ? "moved"
                                                     : "",
                           "", late ? Tone::bad : Tone::plain}});
  }
  output.table(table);
}

Outcome<ExitCode> run_timetable_show(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto timetable = ask_json(**service, {"GET", case_path(call.arguments, "/timetable")});
  if (!timetable) return stop(timetable.error());
  if (call.output.for_people()) {
    show_timetable(call.output, timetable->get_object());
  } else {
    call.output.value(*timetable);
  }
  return ExitCode::done;
}

}  // namespace

Verb timetable_show() {
  return {
      .noun = "timetable",
      .verb = "show",
      .summary = "Shows the plan for the working days of the rapid review, to print",
      .reach = Reach::server,
      .operands = {{"CASE", "The reference of the case"}},
      .more =
          "A step is moved with entry add CASE timetable-moved. The date of the National Panel never moves with it.",
      .examples = {{"To print", "timetable show 26-0018 | lp"}},
      .run = run_timetable_show};
}

}  // namespace reviewctl

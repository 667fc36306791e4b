#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// `2: 9 (38%), 3: 8 (33%)`; without shares where few answered.
std::string answers_of(const json::object& round) {
  if (!is_true(round, "held")) return "not asked";
  std::string all;
  for (const auto* one : objects_of(round, "answers")) {
    if (number_of(*one, "people") == 0) continue;
    all += fmt::format("{}{}: {}", all.empty() ? "" : ", ", number_of(*one, "value"), number_of(*one, "people"));
    if (one->contains("percent")) all += fmt::format(" ({}%)", number_of(*one, "percent"));
  }
  return all.empty() ? "nobody answered" : all;
}

void show_course(Output& output, const json::object& course) {
  const auto held = text_of(course, "heldOn");
  output.line(fmt::format("{}: {}, {}", text_of(course, "training"), text_of(course, "title"),
                          held.empty() ? std::string("not held yet")
                                       : fmt::format("held on {}, {} came", held,
                                                     counted(number_of(course, "people"), "person", "people"))));
  for (const auto* question : objects_of(course, "questions")) {
    output.line("  " + text_of(*question, "text"));
    Table table{{{"ROUND", "round"}, {"ON", "on"}, {"N", "answered"}, {"ANSWERS", "answers"}}};
    for (const auto* round : objects_of(*question, "rounds")) {
      table.rows.push_back({in_plain(text_of(*round, "round")), text_of(*round, "on"),
                            std::to_string(number_of(*round, "answered")), answers_of(*round)});
    }
    output.table(table);
  }
  output.line();
}

Outcome<ExitCode> run_programme_training(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto found = ask_json(
      **service, {"GET", "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")) + "/training"});
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto courses = objects_of(found->get_object(), "trainings");
  for (const auto* course : courses) show_course(call.output, *course);
  if (courses.empty()) call.output.say("No training is planned in this programme.");
  return ExitCode::done;
}

}  // namespace

Verb programme_training() {
  return {.noun = "programme",
          .verb = "training",
          .summary = "Shows the training of a programme, with its answers before, after and at three months",
          .reach = Reach::server,
          .operands = {{"PROGRAMME", "The reference of the programme, for example p26-0001"}},
          .examples = {{"In short", "programme training p26-0001"},
                       {"All of it", "programme training p26-0001 --output json"}},
          .run = run_programme_training};
}

}  // namespace reviewctl

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Table table_of(const json::object& found) {
  Table table{{{"PROGRAMME", "programme"},
               {"AGENCY", "agency"},
               {"DUE", "dueOn"},
               {"STANDS", "state"},
               {"RETURNED", "returnedOn"},
               {"OWN GRADE", "ownGrade"},
               {"GRADE", "grade"},
               {"FOLLOW-UP DUE", "followUpDueOn"},
               {"FOLLOW-UP DONE", "followUpDoneOn"},
               {"WHAT", "what"}}};
  for (const auto* row : objects_of(found, "rows")) {
    const auto state = text_of(*row, "state");
    const auto own = text_of(*row, "ownGrade");
    const auto grade = text_of(*row, "grade");
    table.rows.push_back({text_of(*row, "programme"),
                          text_of(*row, "agency"),
                          text_of(*row, "dueOn"),
                          {in_plain(state), state, state == "OVERDUE" ? Tone::warning : Tone::plain},
                          text_of(*row, "returnedOn"),
                          {in_plain(own), own},
                          {in_plain(grade), grade},
                          text_of(*row, "followUpDueOn"),
                          text_of(*row, "followUpDoneOn"),
                          text_of(*row, "what")});
  }
  return table;
}

Outcome<ExitCode> run_assurance(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto programme = call.arguments.text("programme");
  const auto which = programme.empty() ? std::string("-") : reviewd::percent_encoded(programme);
  const auto answer = ask_json(**service, {"GET", "/v1/programmes/" + which + "/assurance"});
  if (!answer) return stop(answer.error());
  const auto& found = answer->get_object();
  const auto& rows = list_of(found, "rows");
  call.output.list({"rows", {rows.begin(), rows.end()}, table_of(found), "Nobody."});
  const auto* counts = object_of(found, "counts");
  if (counts != nullptr && call.output.for_people()) {
    call.output.say(std::to_string(number_of(*counts, "returned")) + " of " +
                    std::to_string(number_of(*counts, "asked")) + " have answered.");
  }
  return ExitCode::done;
}

}  // namespace

Verb assurance() {
  return {.noun = "assurance",
          .verb = "",
          .summary = "Lists who has not answered a request for assurance, or all who were asked in a programme",
          .reach = Reach::server,
          .lists = true,
          .options = {{"programme", "PROGRAMME", "Only this programme, and also who has answered"}},
          .examples = {{"Who has not answered?", "assurance"},
                       {"Everybody who was asked in one programme", "assurance --programme p26-0001 --output csv"}},
          .run = run_assurance};
}

}  // namespace reviewctl

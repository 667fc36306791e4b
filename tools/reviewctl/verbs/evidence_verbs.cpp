#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/answer_table.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

const std::vector<AnswerColumn>& action_columns() {
  static const std::vector<AnswerColumn> all{{"OF", "case", Shown::reference},
                                             {"ACTION", "action"},
                                             {"OWNER", "owner"},
                                             {"REACHED", "reached", Shown::choice},
                                             {"DONE", "doneOn"},
                                             {"WHAT", "what"},
                                             {"EVIDENCE", "evidence"}};
  return all;
}

const std::vector<AnswerColumn>& asked_columns() {
  static const std::vector<AnswerColumn> all{
      {"SURVEY", "programme"}, {"QUESTION", "question"}, {"TIED BY", "tiedBy", Shown::choice}, {"ASKED", "text"}};
  return all;
}

/// The findings before an action was done, and since.
void show_before_and_after(Output& output, const json::object& evidence) {
  for (const auto* one : objects_of(evidence, "actions")) {
    const auto* found = object_of(*one, "found");
    if (found == nullptr) continue;
    output.line(fmt::format("{} of {}: {} before it was done, {} since, {} not known.", text_of(*one, "action"),
                            reference_in(*one), counted(number_of(*found, "before"), "finding", "findings"),
                            number_of(*found, "after"), number_of(*found, "unclear")));
  }
}

/// For programs as it came; `head` begins what people read.
Outcome<ExitCode> show_evidence(Call& call, const std::string& path, std::string (*head)(const json::object&)) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto found = ask_json(**service, {"GET", path});
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto& evidence = found->get_object();
  call.output.line(head(evidence));
  call.output.line();
  if (const auto* table = object_of(evidence, "occurrences")) {
    for (const auto* row : objects_of(*table, "rows")) {
      const auto figures = objects_of(*row, "figures");
      if (!figures.empty())
        call.output.line(fmt::format("Found, {}: {}", text_of(*row, "title"), number_of(*figures.back(), "value")));
    }
    call.output.line();
  }
  show_lists(call.output, evidence,
             {{"actions", action_columns()},
              {"later",
               {{"FOUND SINCE", "case", Shown::reference},
                {"FINDING", "finding"},
                {"ON", "foundOn"},
                {"BESIDE THE ACTION", "done", Shown::choice},
                {"WHAT", "found"}}},
              {"bearings",
               {{"BEARS ON", "case", Shown::reference},
                {"FINDING", "finding"},
                {"HOW", "bearing", Shown::choice},
                {"OTHER", "ofFinding"}}},
              {"questions", asked_columns()}});
  show_before_and_after(call.output, evidence);
  return ExitCode::done;
}

Outcome<ExitCode> run_theme(Call& call) {
  const auto by = call.arguments.text("by");
  const auto path = "/v1/themes/" + reviewd::percent_encoded(call.arguments.text("THEME")) + "/evidence" +
                    (by.empty()      ? ""
                     : by == "years" ? "?by=YEARS"
                                     : "?by=QUARTERS");
  return show_evidence(call, path, [](const json::object& evidence) {
    const auto title = text_of(evidence, "title");
    return title.empty() ? text_of(evidence, "theme") : title;
  });
}

Outcome<ExitCode> run_recommendation(Call& call) {
  const auto path = fmt::format("/v1/recommendations/evidence?case={}&recommendation={}",
                                reviewd::percent_encoded(call.arguments.text("CASE")),
                                reviewd::percent_encoded(call.arguments.text("RECOMMENDATION")));
  return show_evidence(call, path, [](const json::object& evidence) {
    return fmt::format("Made on {}: {}", text_of(evidence, "madeOn"), text_of(evidence, "text"));
  });
}

}  // namespace

Verb evidence_theme() {
  return {.noun = "evidence",
          .verb = "theme",
          .summary = "Shows what is on record on a theme: how often it was found, what was done, what was found since",
          .reach = Reach::server,
          .operands = {{"THEME", "The theme; law show --output json lists them"}},
          .options = {{"by", "PERIOD", "What was found, period by period", {"years", "quarters"}}},
          .examples = {{"Is practice different now?", "evidence theme neglect --by quarters"}},
          .run = run_theme};
}

Verb evidence_made() {
  return {.noun = "evidence",
          .verb = "recommendation",
          .summary = "Shows what was done, found and answered since a recommendation was made",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case or programme"},
                       {"RECOMMENDATION", "The recommendation, as recommendations lists it"}},
          .examples = {{"All of it for a program", "evidence recommendation 26-0018 recommendation-1 --output json"}},
          .run = run_recommendation};
}

}  // namespace reviewctl

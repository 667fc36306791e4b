#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/answer_table.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<json::value> answer_at(Call& call, const std::string& path) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  return ask_json(**service, {"GET", path});
}

Outcome<ExitCode> run_questions(Call& call) {
  const auto found = answer_at(call, case_path(call.arguments, "/questions"));
  if (!found) return stop(found.error());
  const auto& answer = found->get_object();
  call.output.list(listing_of(answer, "questions",
                              {{"QUESTION", "question"},
                               {"AREA", "area"},
                               {"REVIEW", "review"},
                               {"ATTACHED", "attachedOn"},
                               {"OPEN", "open", Shown::flag},
                               {"ANSWERED", "answeredOn"},
                               {"NOT KNOWN", "notKnown", Shown::flag},
                               {"ASKED", "text"},
                               {"ANSWER", "answer"}},
                              "No question is attached."));
  if (call.output.for_people()) {
    call.output.say(fmt::format("{} open, {} answered, {} not known.", number_of(answer, "open"),
                                number_of(answer, "answered"), number_of(answer, "notKnown")));
  }
  return ExitCode::done;
}

Outcome<ExitCode> run_health(Call& call) {
  const auto review = reviewd::percent_encoded(call.arguments.text("REVIEW"));
  const auto found = answer_at(call, case_path(call.arguments, "/reviews/" + review + "/health"));
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto& health = found->get_object();
  show_lists(call.output, health,
             {{"checks",
               {{"CHECKED", "on"},
                {"ON TIME", "onTime", Shown::flag},
                {"QUALITY", "qualitySatisfactory", Shown::flag},
                {"EXPECTED", "expectedOn"},
                {"FOUND", "found"},
                {"ASKED FOR", "askedFor"}}},
              {"requests",
               {{"REQUEST", "reviewerRequest"},
                {"ASKED", "askedOn"},
                {"DUE", "dueOn"},
                {"LATE", "late", Shown::flag},
                {"ANSWERED", "answeredOn"},
                {"WHAT", "what"},
                {"ANSWER", "answer"}}}});
  call.output.say(fmt::format(
      "{}; {} to the reviewer open, {} of them late.", counted(list_of(health, "checks").size(), "check", "checks"),
      counted(number_of(health, "openRequests"), "request", "requests"), number_of(health, "lateRequests")));
  return ExitCode::done;
}

Outcome<ExitCode> run_repeats(Call& call) {
  const auto found = answer_at(call, case_path(call.arguments, "/repeats"));
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto& repeats = found->get_object();
  show_lists(call.output, repeats,
             {{"themes",
               {{"THEME", "theme"},
                {"TITLE", "title"},
                {"FOUND BEFORE", "findings", Shown::number},
                {"RECOMMENDED ON", "recommended", Shown::number},
                {"CASES", "cases", Shown::number}}}});
  const std::vector<AnswerColumn> before{{"MADE BEFORE", "case", Shown::reference},
                                         {"RECOMMENDATION", "recommendation"},
                                         {"ON", "madeOn"},
                                         {"TEXT", "text"}};
  for (const auto* one : objects_of(repeats, "recommendations")) {
    const auto* made = object_of(*one, "made");
    if (made == nullptr || list_of(*one, "before").empty()) continue;
    call.output.line(text_of(*made, "recommendation") + ": " + text_of(*made, "text"));
    show_lists(call.output, *one, {{"before", before}});
  }
  return ExitCode::done;
}

/// `often 12 of 40 (30%)`
std::string shares_of(const json::object& round) {
  std::string all;
  for (const auto* one : objects_of(round, "shares")) {
    all += fmt::format("{}{} {} of {}", all.empty() ? "" : "; ", text_of(*one, "answer"), number_of(*one, "number"),
                       number_of(*one, "of"));
    if (one->contains("percent")) all += fmt::format(" ({}%)", number_of(*one, "percent"));
  }
  return all;
}

Outcome<ExitCode> run_survey(Call& call) {
  const auto programme = reviewd::percent_encoded(call.arguments.text("PROGRAMME"));
  const auto found = answer_at(call, "/v1/programmes/" + programme + "/survey");
  if (!found) return stop(found.error());
  Listing listing{"questions",
                  {},
                  {{{"QUESTION", "question"}, {"ROUND", "on"}, {"ANSWERS", "shares"}, {"ASKED", "text"}}},
                  "This survey asks nothing yet."};
  for (const auto* one : objects_of(found->get_object(), "questions")) {
    listing.items.emplace_back(*one);
    const auto rounds = objects_of(*one, "rounds");
    for (const auto* round : rounds) {
      listing.table.rows.push_back(
          {text_of(*one, "question"), text_of(*round, "on"), shares_of(*round), text_of(*one, "text")});
    }
    if (rounds.empty())
      listing.table.rows.push_back({text_of(*one, "question"), "", "not answered yet", text_of(*one, "text")});
  }
  call.output.list(listing);
  return ExitCode::done;
}

}  // namespace

Verb questions() {
  return {.noun = "questions",
          .verb = "",
          .summary = "Lists the questions of scrutiny that are attached to a case or programme, with their answers",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"CASE", "The reference of the case or programme"}},
          .examples = {{"What is still open?", "questions 26-0018"}},
          .run = run_questions};
}

Verb health() {
  return {.noun = "health",
          .verb = "",
          .summary = "Shows the checks of a review while it runs, and what its reviewer was asked in writing",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}, {"REVIEW", "The review, for example review-1"}},
          .examples = {{"Time and quality of a review", "health 26-0018 review-1"}},
          .run = run_health};
}

Verb repeats() {
  return {.noun = "repeats",
          .verb = "",
          .summary = "Shows which themes and recommendations of a case were said before, and where",
          .reach = Reach::server,
          .operands = {{"CASE", "The reference of the case"}},
          .examples = {{"Has it been asked before?", "repeats 26-0018"}},
          .run = run_repeats};
}

Verb programme_survey() {
  return {.noun = "programme",
          .verb = "survey",
          .summary = "Shows what a workforce survey asked, and what was answered in each round",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"PROGRAMME", "The reference of the survey, for example p26-0001"}},
          .examples = {{"Round by round", "programme survey p26-0001 --output csv"}},
          .run = run_survey};
}

}  // namespace reviewctl

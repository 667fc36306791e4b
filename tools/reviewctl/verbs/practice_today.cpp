#include <boost/json/serialize.hpp>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<ExitCode> run_practice_today(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto day = call.arguments.day("DATE");
  if (!day) return stop(day.error());
  Ask ask{"GET", "/v1/practice/today"};
  if (*day) ask = {"PUT", "/v1/practice/today", json::serialize(json::object{{"date", (*day)->iso()}})};
  const auto answer = ask_json(**service, ask);
  if (!answer) return stop(answer.error());
  if (call.output.for_people()) {
    const auto date = review::Date::parse(text_of(answer->get_object(), "date"));
    call.output.line("Today is " + (date ? date->words() : std::string("unknown")) + " in this practice store.");
  } else {
    call.output.value(*answer);
  }
  return ExitCode::done;
}

}  // namespace

Verb practice_today() {
  return {.noun = "practice",
          .verb = "today",
          .summary = "Shows or sets the day of a practice store",
          .reach = Reach::server,
          .operands = {{"DATE", "The day to set; only shown if not given", false}},
          .more = "A real store has the day that it is.",
          .examples = {{"Make it Maundy Thursday", "practice today 2026-04-02"}},
          .run = run_practice_today};
}

}  // namespace reviewctl

#include <fmt/format.h>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// `1: partly, 2: kept`
std::string judgements_of(const json::object& pledge) {
  std::string all;
  for (const auto* round : objects_of(pledge, "rounds")) {
    const auto judged = text_of(*round, "judgement");
    all += fmt::format("{}{}: {}", all.empty() ? "" : ", ", number_of(*round, "round"),
                       judged.empty() ? std::string("not judged") : in_plain(judged));
  }
  return all;
}

Outcome<ExitCode> run_programme_pledges(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto found = ask_json(
      **service, {"GET", "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")) + "/pledges"});
  if (!found) return stop(found.error());
  if (!call.output.for_people()) {
    call.output.value(*found);
    return ExitCode::done;
  }
  const auto pledges = objects_of(found->get_object(), "pledges");
  if (pledges.empty()) {
    call.output.say("No pledge is made in this programme.");
    return ExitCode::done;
  }
  Table table{{{"PLEDGE", "pledge"}, {"BY", "by"}, {"STANDS", "state"}, {"ROUNDS", "rounds"}, {"WHAT", "text"}}};
  for (const auto* one : pledges) {
    const auto state = text_of(*one, "state");
    table.rows.push_back({text_of(*one, "pledge"),
                          text_of(*one, "by"),
                          {in_plain(state), state},
                          judgements_of(*one),
                          text_of(*one, "text")});
  }
  call.output.table(table);
  return ExitCode::done;
}

}  // namespace

Verb programme_pledges() {
  return {.noun = "programme",
          .verb = "pledges",
          .summary = "Shows the pledges of a programme, and which of them young people judge to be kept",
          .reach = Reach::server,
          .operands = {{"PROGRAMME", "The reference of the programme, for example p26-0001"}},
          .examples = {{"In short", "programme pledges p26-0001"},
                       {"With young people's words", "programme pledges p26-0001 --output json"}},
          .run = run_programme_pledges};
}

}  // namespace reviewctl

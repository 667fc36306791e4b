#include <fmt/format.h>

#include <utility>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/counted.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/answer_table.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

const std::vector<AnswerColumn>& round_columns() {
  static const std::vector<AnswerColumn> all{{"OF", "case", Shown::reference},
                                             {"ACTION", "action"},
                                             {"OWNER", "owner"},
                                             {"DUE", "dueOn"},
                                             {"PROGRESS", "progress", Shown::choice},
                                             {"UPDATED", "updatedOn"},
                                             {"SLIPPED", "slippedInRound", Shown::number},
                                             {"TO HEAR OF", "exceptions", Shown::texts},
                                             {"WHAT", "what"}};
  return all;
}

Outcome<ExitCode> run_monitoring(Call& call) {
  std::string query;
  const auto add = [&](std::string_view name, const std::string& value) {
    query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, reviewd::percent_encoded(value));
  };
  for (const auto* name : {"from", "to"}) {
    const auto day = call.arguments.day(name);
    if (!day) return stop(day.error());
    if (*day) add(name, (*day)->iso());
  }
  if (const auto group = call.arguments.text("group"); !group.empty()) add("monitoredBy", group);
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto answer = ask_json(**service, {"GET", "/v1/actions/monitoring" + query});
  if (!answer) return stop(answer.error());
  const auto& round = answer->get_object();
  call.output.list(listing_of(round, "actions", round_columns(), "No action is asked for in this round."));
  if (const auto* counts = object_of(round, "counts"); counts != nullptr && call.output.for_people()) {
    call.output.say(fmt::format("{}: {} completed, {} overdue, {} not updated, {} slipped.",
                                counted(number_of(*counts, "all"), "action", "actions"),
                                number_of(*counts, "completed"), number_of(*counts, "overdue"),
                                number_of(*counts, "notUpdated"), number_of(*counts, "slipped")));
  }
  return ExitCode::done;
}

}  // namespace

Verb monitoring() {
  return {.noun = "monitoring",
          .verb = "",
          .summary = "Shows a round of monitoring: who has said nothing, what slipped, what a group should hear of",
          .reach = Reach::server,
          .lists = true,
          .options = {{"from", "DAY", "The first day of the round"},
                      {"to", "DAY", "Its last day"},
                      {"group", "GROUP", "Only what this group watches over; law show --output json lists them"}},
          .examples = {{"A quarter", "monitoring --from 2026-04-01 --to 2026-06-30"},
                       {"For one group's meeting", "monitoring --from 2026-04-01 --to 2026-06-30 --output csv"}},
          .run = run_monitoring};
}

}  // namespace reviewctl

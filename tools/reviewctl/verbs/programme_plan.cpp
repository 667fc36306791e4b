#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Listing plan_listing(const json::object& plan) {
  Listing listing{"objectives",
                  {},
                  {{{"OBJECTIVE", "objective"},
                    {"THEME", "planTheme"},
                    {"STATUS", "status"},
                    {"SAID ON", "statusOn"},
                    {"BEFORE", "before"},
                    {"MOVED", "moved"},
                    {"DUE", "dueOn"},
                    {"LATE", "late"},
                    {"NOT UPDATED", "outOfDate"},
                    {"OWNER", "owner"},
                    {"WHAT", "what"}}},
                  "The plan has no objectives."};
  for (const auto* one : objects_of(plan, "objectives")) {
    const auto status = text_of(*one, "status");
    const auto yes = [&](std::string_view name) { return std::string(is_true(*one, name) ? "yes" : "no"); };
    listing.items.emplace_back(*one);
    listing.table.rows.push_back({text_of(*one, "objective"),
                                  text_of(*one, "planTheme"),
                                  {status.empty() ? "nothing said" : in_plain(status), status},
                                  text_of(*one, "statusOn"),
                                  {in_plain(text_of(*one, "before")), text_of(*one, "before")},
                                  {in_plain(text_of(*one, "moved")), text_of(*one, "moved")},
                                  text_of(*one, "dueOn"),
                                  yes("late"),
                                  yes("outOfDate"),
                                  text_of(*one, "owner"),
                                  text_of(*one, "what")});
  }
  return listing;
}

Outcome<ExitCode> run_programme_plan(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto as_at = call.arguments.day("as-at");
  if (!as_at) return stop(as_at.error());
  const auto path = "/v1/programmes/" + reviewd::percent_encoded(call.arguments.text("PROGRAMME")) + "/plan" +
                    (*as_at ? "?asAt=" + (*as_at)->iso() : std::string());
  const auto plan = ask_json(**service, {"GET", path});
  if (!plan) return stop(plan.error());
  call.output.list(plan_listing(plan->get_object()));
  return ExitCode::done;
}

}  // namespace

Verb programme_plan() {
  return {.noun = "programme",
          .verb = "plan",
          .summary = "Shows how the objectives of an improvement plan stand, and what moved since its board looked",
          .reach = Reach::server,
          .lists = true,
          .operands = {{"PROGRAMME", "The reference of the plan, for example p26-0001"}},
          .options = {{"as-at", "DATE", "As it stood at the end of that day"}},
          .examples = {{"For the board", "programme plan p26-0001"},
                       {"For a spreadsheet", "programme plan p26-0001 --output csv"}},
          .run = run_programme_plan};
}

}  // namespace reviewctl

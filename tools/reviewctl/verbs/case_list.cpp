#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// The clock that runs and is due first.
std::string next_due(const json::object& one) {
  std::string first;
  for (const auto* clock : objects_of(one, "clocks")) {
    const auto state = text_of(*clock, "state");
    const bool open = state == "RUNNING" || state == "DUE_TODAY" || state == "OVERDUE";
    const auto due = text_of(*clock, "dueOn");
    if (open && !is_true(*clock, "minimum") && !due.empty() && (first.empty() || due < first)) first = due;
  }
  return first;
}

Outcome<ExitCode> run_case_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto wish = list_wish(call.arguments, "/v1/cases", "cases");
  if (!wish) return stop(wish.error());
  auto cases = ask_list(**service, *wish);
  if (!cases) return stop(cases.error());
  Table table{{{"CASE", "case"},
               {"STAGE", "stage"},
               {"OPENED", "openedOn"},
               {"LOCAL AUTHORITY", "localAuthority"},
               {"CHILDREN", "children"},
               {"HELD", "held"},
               {"NEXT DUE", "nextDueOn"},
               {"", "version"}}};
  for (const auto& value : *cases) {
    const auto& one = value.get_object();
    const auto stage = text_of(one, "stage");
    const auto holds = list_of(one, "holds").size();
    table.rows.push_back({text_of(one, "case"),
                          {in_plain(stage), stage},
                          text_of(one, "openedOn"),
                          text_of(one, "localAuthority"),
                          std::to_string(list_of(one, "children").size()),
                          {holds > 0 ? "held" : "", holds > 0 ? "true" : "false", Tone::warning},
                          next_due(one),
                          std::to_string(number_of(one, "version"))});
  }
  call.output.list({"cases", std::move(*cases), std::move(table), "There is no such case."});
  return ExitCode::done;
}

}  // namespace

Verb case_list() {
  return {.noun = "case",
          .verb = "list",
          .summary = "Lists cases",
          .reach = Reach::server,
          .lists = true,
          .options = list_options("stage, localAuthority, openedOn, held"),
          .examples = {{"Which reports are held?", "case list --filter 'held = true'"},
                       {"For a spreadsheet", "case list --output csv"}},
          .run = run_case_list};
}

}  // namespace reviewctl

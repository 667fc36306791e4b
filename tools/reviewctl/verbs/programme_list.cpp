#include <algorithm>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_programme_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto wish = list_wish(call.arguments, "/v1/programmes", "programmes");
  if (!wish) return stop(wish.error());
  auto programmes = ask_list(**service, *wish);
  if (!programmes) return stop(programmes.error());
  Table table{{{"PROGRAMME", "programme"},
               {"SORT", "sort"},
               {"TITLE", "title"},
               {"STAGE", "stage"},
               {"OPENED", "openedOn"},
               {"OPEN ACTIONS", "actionsOpen"},
               {"", "version"}}};
  for (const auto& value : *programmes) {
    const auto& one = value.get_object();
    const auto stage = text_of(one, "stage");
    const auto sort = text_of(one, "sort");
    const auto actions = objects_of(one, "actions");
    const auto open = std::ranges::count_if(actions, [](const auto* action) { return !is_true(*action, "complete"); });
    table.rows.push_back({text_of(one, "programme"),
                          {in_plain(sort), sort},
                          text_of(one, "title"),
                          {in_plain(stage), stage},
                          text_of(one, "openedOn"),
                          std::to_string(open),
                          std::to_string(number_of(one, "version"))});
  }
  call.output.list({"programmes", std::move(*programmes), std::move(table), "There is no such programme."});
  return ExitCode::done;
}

}  // namespace

Verb programme_list() {
  return {.noun = "programme",
          .verb = "list",
          .summary = "Lists programmes",
          .reach = Reach::server,
          .lists = true,
          .options = list_options("stage, sort, openedOn, nextDueOn"),
          .examples = {{"Which audits are there?", "programme list --filter 'sort = MULTI_AGENCY_AUDIT'"},
                       {"For a spreadsheet", "programme list --output csv"}},
          .run = run_programme_list};
}

}  // namespace reviewctl

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_actions(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto wish = list_wish(call.arguments, "/v1/actions", "actions");
  if (!wish) return stop(wish.error());
  auto actions = ask_list(**service, *wish);
  if (!actions) return stop(actions.error());
  Table table{{{"CASE", "case"},
               {"ACTION", "action"},
               {"OWNER", "owner"},
               {"DUE", "dueOn"},
               {"LATE", "overdue"},
               {"STANDS", "progress"},
               {"REACHED", "reached"},
               {"MOVED", "timesMoved"},
               {"WATCHED BY", "monitoredBy"},
               {"WHAT", "what"}}};
  for (const auto& value : *actions) {
    const auto& one = value.get_object();
    const auto progress = text_of(one, "progress");
    const auto reached = text_of(one, "reached");
    const bool late = is_true(one, "overdue");
    table.rows.push_back({reference_in(one),
                          text_of(one, "action"),
                          text_of(one, "owner"),
                          text_of(one, "dueOn"),
                          {late ? "overdue" : "", late ? "true" : "false", Tone::warning},
                          {in_plain(progress), progress},
                          {in_plain(reached), reached},
                          std::to_string(number_of(one, "timesMoved")),
                          text_of(one, "monitoredBy"),
                          text_of(one, "what")});
  }
  call.output.list({"actions", std::move(*actions), std::move(table), "There is no such action."});
  return ExitCode::done;
}

}  // namespace

Verb actions() {
  auto options = list_options("owner, person, kind, progress, reached, dueOn, updatedOn, overdue, monitoredBy, case");
  std::erase_if(options, [](const Option& one) { return one.name == "order-by"; });
  return {.noun = "actions",
          .verb = "",
          .summary = "Lists the actions of all cases, what is due first comes first",
          .reach = Reach::server,
          .lists = true,
          .options = std::move(options),
          .examples = {{"What is late?", "actions --filter 'overdue = true'"},
                       {"What the subgroup looks at", "actions --filter 'monitoredBy = SUBGROUP' --output csv"}},
          .run = run_actions};
}

}  // namespace reviewctl

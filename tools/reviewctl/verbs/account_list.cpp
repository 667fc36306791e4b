#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_account_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto answer = ask_json(**service, {"GET", "/v1/accounts"});
  if (!answer) return stop(answer.error());
  const auto& accounts = list_of(answer->get_object(), "accounts");
  Table table{{{"PERSON", "person"},
               {"ROLE", "role"},
               {"PASSWORD", "hasPassword"},
               {"CREATED", "created"},
               {"SHUT OUT", "disabled"}}};
  for (const auto* account : objects_of(answer->get_object(), "accounts")) {
    const auto day = [&](std::string_view name) {
      const auto text = text_of(*account, name);
      return Cell{text.substr(0, 10), text};
    };
    table.rows.push_back({text_of(*account, "person"), text_of(*account, "role"),
                          is_true(*account, "hasPassword") ? "chosen" : "not yet", day("created"), day("disabled")});
  }
  call.output.list({"accounts", {accounts.begin(), accounts.end()}, std::move(table), "Nobody was ever invited."});
  return ExitCode::done;
}

}  // namespace

Verb account_list() {
  return {.noun = "account",
          .verb = "list",
          .summary = "Lists everybody who can sign in on the pages, or could",
          .reach = Reach::file_or_server,
          .lists = true,
          .examples = {{"Who can sign in?", "account list"}},
          .run = run_account_list};
}

}  // namespace reviewctl

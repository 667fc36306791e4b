#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_token_list(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto answer = ask_json(**service, {"GET", "/v1/tokens"});
  if (!answer) return stop(answer.error());
  const auto& tokens = list_of(answer->get_object(), "tokens");
  Table table{{{"TOKEN", "token"},
               {"PERSON", "person"},
               {"ROLE", "role"},
               {"CREATED", "created"},
               {"EXPIRES", "expires"},
               {"REVOKED", "revoked"}}};
  for (const auto* one : objects_of(answer->get_object(), "tokens")) {
    const auto& token = *one;
    const auto day = [&](std::string_view name) {
      const auto text = text_of(token, name);
      return Cell{text.substr(0, 10), text};
    };
    table.rows.push_back({text_of(token, "token"), text_of(token, "person"), text_of(token, "role"), day("created"),
                          day("expires"), day("revoked")});
  }
  call.output.list({"tokens", {tokens.begin(), tokens.end()}, std::move(table), "No token was ever issued."});
  return ExitCode::done;
}

}  // namespace

Verb token_list() {
  return {.noun = "token",
          .verb = "list",
          .summary = "Lists every token ever issued, without its secret",
          .reach = Reach::file_or_server,
          .lists = true,
          .examples = {{"Who has access?", "token list"}},
          .run = run_token_list};
}

}  // namespace reviewctl

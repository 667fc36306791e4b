#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_token_revoke(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto id = call.arguments.text("TOKEN");
  const auto revoked = ask_json(**service, {"POST", "/v1/tokens/" + reviewd::percent_encoded(id) + ":revoke"});
  if (!revoked) return stop(revoked.error());
  if (call.output.for_people()) {
    call.output.line("The token opens nothing any more.");
  } else {
    call.output.value(*revoked);
  }
  return ExitCode::done;
}

}  // namespace

Verb token_revoke() {
  return {.noun = "token",
          .verb = "revoke",
          .summary = "Revokes a token at once",
          .reach = Reach::file_or_server,
          .operands = {{"TOKEN", "The id that token list shows, not the secret"}},
          .examples = {{"Somebody has left", "token revoke 3kx7p2mq"}},
          .run = run_token_revoke};
}

}  // namespace reviewctl

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto person = call.arguments.text("PERSON");
  const auto account = ask_json(**service, {"POST", "/v1/accounts/" + reviewd::percent_encoded(person) + ":signOut"});
  if (!account) return stop(account.error());
  if (call.output.for_people()) {
    call.output.line("The person is signed out everywhere, and can sign in again.");
  } else {
    call.output.value(*account);
  }
  return ExitCode::done;
}

}  // namespace

Verb account_sign_out() {
  return {.noun = "account",
          .verb = "sign-out",
          .summary = "Ends somebody's sessions on the pages at once",
          .reach = Reach::file_or_server,
          .operands = {{"PERSON", "Who is signed out"}},
          .examples = {{"A laptop was left on a train", "account sign-out a-officer"}},
          .run = run};
}

}  // namespace reviewctl

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto person = call.arguments.text("PERSON");
  const auto disabled = ask_json(**service, {"POST", "/v1/accounts/" + reviewd::percent_encoded(person) + ":disable"});
  if (!disabled) return stop(disabled.error());
  if (call.output.for_people()) {
    call.output.line("The person is shut out, and signed out everywhere. Tokens of theirs are revoked one by one.");
  } else {
    call.output.value(*disabled);
  }
  return ExitCode::done;
}

}  // namespace

Verb account_disable() {
  return {.noun = "account",
          .verb = "disable",
          .summary = "Shuts a person out of the pages at once",
          .reach = Reach::file_or_server,
          .operands = {{"PERSON", "Who has left"}},
          .examples = {{"Somebody has left", "account disable a-officer"}},
          .run = run};
}

}  // namespace reviewctl

#include "tools/reviewctl/verbs/account_deed.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_account_disable(Call& call) {
  return account_deed(call, "disable", "The person is shut out, signed out everywhere, and their tokens are revoked.");
}

}  // namespace

Verb account_disable() {
  return {.noun = "account",
          .verb = "disable",
          .summary = "Shuts a person out of the pages at once",
          .reach = Reach::file_or_server,
          .operands = {{"PERSON", "Who has left"}},
          .examples = {{"Somebody has left", "account disable a-officer"}},
          .run = run_account_disable};
}

}  // namespace reviewctl

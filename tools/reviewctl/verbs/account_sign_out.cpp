#include "tools/reviewctl/verbs/account_deed.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_account_sign_out(Call& call) {
  return account_deed(call, "signOut", "The person is signed out everywhere, and can sign in again.");
}

}  // namespace

Verb account_sign_out() {
  return {.noun = "account",
          .verb = "sign-out",
          .summary = "Ends somebody's sessions on the pages at once",
          .reach = Reach::file_or_server,
          .operands = {{"PERSON", "Who is signed out"}},
          .examples = {{"A laptop was left on a train", "account sign-out a-officer"}},
          .run = run_account_sign_out};
}

}  // namespace reviewctl

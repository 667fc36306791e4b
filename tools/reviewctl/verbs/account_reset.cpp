#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "reviewd/http/percent.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/propose_access.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

Outcome<ExitCode> run_account_reset(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const bool second_factor = call.arguments.has("with-second-factor");
  const auto account = "/v1/accounts/" + reviewd::percent_encoded(call.arguments.text("PERSON"));
  boost::json::object wish{{"withSecondFactor", second_factor}};
  if (const auto reason = call.arguments.find("reason")) {
    wish["reason"] = *reason;
    return propose_access(call, **service, account + ":proposeReset", wish);
  }
  const auto reset = ask_json(**service, {"POST", account + ":reset", boost::json::serialize(wish)});
  if (!reset) return stop(reset.error());
  if (call.output.for_people()) {
    const auto& invitation = reset->get_object();
    call.output.line(text_of(invitation, "link"));
    call.output.say(
        fmt::format("Behind the service's address, this is where the person chooses a password, once, until {}. It is "
                    "shown only now. The old password is gone, and the person is signed out everywhere.{}",
                    text_of(invitation, "expires").substr(0, 10), code_words(invitation)));
  } else {
    call.output.value(*reset);
  }
  return ExitCode::done;
}

}  // namespace

Verb account_reset() {
  return {
      .noun = "account",
      .verb = "reset",
      .summary = "Ends a password, and gives the link to choose another",
      .reach = Reach::file_or_server,
      .operands = {{"PERSON", "Whose password"}},
      .options = {{"with-second-factor", "", "End the second step at sign-in too"},
                  {"reason", "TEXT", "Proposes it instead, to another person who approves it"}},
      .more =
          "Make sure first that it is the person who asks, and not somebody who uses their name. Through the service "
          "of a real store it takes two people: propose it with --reason, then give it without. Whoever approves it is "
          "shown a code, which the link asks for, and tells it to the person.",
      .examples = {{"A forgotten password", "account reset a-officer"},
                   {"The phone is lost, and the recovery codes too", "account reset a-officer --with-second-factor"}},
      .run = run_account_reset};
}

}  // namespace reviewctl

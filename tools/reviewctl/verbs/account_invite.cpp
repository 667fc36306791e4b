#include <fmt/format.h>

#include <boost/json/serialize.hpp>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/propose_access.hpp"
#include "tools/reviewctl/verbs/role_names.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<ExitCode> run_account_invite(Call& call) {
  const auto person = call.arguments.find("person");
  const auto role = call.arguments.find("role");
  if (!person || !role) return misused(person_and_role_wanted("Say who is invited and what they are"));
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  json::object wish{{"person", *person}, {"role", *role}};
  for (const auto* option : {"name", "agency"}) {
    if (const auto given = call.arguments.find(option)) wish[option] = *given;
  }
  if (const auto reason = call.arguments.find("reason")) {
    wish["reason"] = *reason;
    return propose_access(call, **service, "/v1/accounts:propose", wish);
  }
  const auto invited = ask_json(**service, {"POST", "/v1/accounts", json::serialize(wish)});
  if (!invited) return stop(invited.error());
  if (call.output.for_people()) {
    const auto& invitation = invited->get_object();
    call.output.line(text_of(invitation, "link"));
    call.output.say(fmt::format(
        "Behind the service's address, this is where the person chooses a password, once, until {}. It is shown only "
        "now. A password of before is gone.{}",
        text_of(invitation, "expires").substr(0, 10), code_words(invitation)));
  } else {
    call.output.value(*invited);
  }
  return ExitCode::done;
}

}  // namespace

Verb account_invite() {
  return {.noun = "account",
          .verb = "invite",
          .summary = "Lets a person choose a password for the pages, by a link",
          .reach = Reach::file_or_server,
          .options = {{"person", "NAME", "Who it is: small letters, digits and hyphens"},
                      {"role", "ROLE", "What they may do", role_names()},
                      {"name", "TEXT", "What others see, such as 'Asha Smith'"},
                      {"agency", "AGENCY", "Whom they speak for, such as POLICE"},
                      {"reason", "TEXT", "Proposes it instead, to another person who approves it"}},
          .more =
              "Also for who has forgotten the password: the old one and all sessions are over at once. Through the "
              "service of a real store it takes two people: propose it with --reason, then give it without. Whoever "
              "approves it is shown a code, which the link asks for, and tells it to the person.",
          .examples = {{"Somebody new", "account invite --person a-officer --role coordinator"},
                       {"The first of a store",
                        "account invite --store review.db --person an-administrator "
                        "--role administrator"}},
          .run = run_account_invite};
}

}  // namespace reviewctl

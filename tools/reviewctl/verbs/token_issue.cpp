#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

#include "libreview/access/role.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/registers/tokens.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/propose_access.hpp"
#include "tools/reviewctl/verbs/role_names.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

std::vector<std::string> right_names() {
  std::vector<std::string> names;
  for (const auto right : review::rights()) names.emplace_back(review::right_name(right));
  return names;
}

Outcome<ExitCode> run_token_issue(Call& call) {
  const auto person = call.arguments.find("person");
  const auto role = call.arguments.find("role");
  if (!person || !role) return misused(person_and_role_wanted("Say who the token is for and what they are"));
  const auto days = call.arguments.number("days", 1, review::token_life.count());
  if (!days) return stop(days.error());
  json::object wish{{"person", *person}, {"role", *role}};
  const auto narrow = [&](std::string_view option, std::string_view field) {
    const auto given = call.arguments.all(option);
    if (!given.empty()) wish[field] = json::array(given.begin(), given.end());
  };
  narrow("scope", "scopes");
  narrow("case", "cases");
  narrow("network", "networks");
  if (const auto agency = call.arguments.find("agency")) wish["agency"] = *agency;
  // The longest is what the service gives by itself, by its own clock.
  if (*days && **days < review::token_life.count()) {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    wish["expires"] = review::rfc3339(now + std::chrono::days(**days));
  }
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  if (const auto reason = call.arguments.find("reason")) {
    wish["reason"] = *reason;
    return propose_access(call, **service, "/v1/tokens:propose", wish);
  }
  const auto issued = ask_json(**service, {"POST", "/v1/tokens", json::serialize(wish)});
  if (!issued) return stop(issued.error());
  if (call.output.for_people()) {
    call.output.line(text_of(issued->get_object(), "secret"));
    call.output.say(fmt::format("Token {} is valid until {}. It is shown only now.",
                                text_of(issued->get_object(), "token"),
                                text_of(issued->get_object(), "expires").substr(0, 10)));
  } else {
    call.output.value(*issued);
  }
  return ExitCode::done;
}

}  // namespace

Verb token_issue() {
  return {.noun = "token",
          .verb = "issue",
          .summary = "Makes an access token and prints it, this once",
          .reach = Reach::file_or_server,
          .options = {{"person", "NAME", "Whose it is: small letters, digits and hyphens"},
                      {"role", "ROLE", "What they may do", role_names()},
                      {"days", "N", "How long it is valid; 90 if not given, and at most"},
                      {"scope", "RIGHT", "The only rights of the role that it uses", right_names(), 1, true},
                      {"case", "CASE", "The only cases that it opens", {}, 1, true},
                      {"network", "NETWORK", "Where it is taken from only, such as 10.0.0.0/8", {}, 1, true},
                      {"agency", "AGENCY", "Whom its holder speaks for, such as POLICE"},
                      {"reason", "TEXT", "Proposes it instead, to another person who approves it"}},
          .more =
              "The first token of a store is issued on its file, before the daemon holds it. Through the service "
              "of a real store a token takes two people: propose it with --reason, then issue it. One that is made "
              "there for somebody else takes no part in what takes two people, such as lifting an embargo: they sign "
              "in on the pages for that, or their token is issued on the file.",
          .examples = {{"The first", "token issue --store review.db --person a-officer --role coordinator"},
                       {"Through the service", "token issue --person b-reader --role reader --days 30"},
                       {"For a program that reads one case",
                        "token issue --person b-script --role script --scope read-cases --case 26-0007"}},
          .run = run_token_issue};
}

}  // namespace reviewctl

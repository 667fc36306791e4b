#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <chrono>

#include "libreview/calendar/instant.hpp"
#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Outcome<ExitCode> run(Call& call) {
  const auto person = call.arguments.find("person");
  const auto role = call.arguments.find("role");
  if (!person || !role) return misused("Say who the token is for and what they are: --person NAME --role ROLE.");
  const auto days = call.arguments.number("days", 1, 366);
  if (!days) return stop(days.error());
  json::object wish{{"person", *person}, {"role", *role}};
  if (*days) {
    const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    wish["expires"] = review::rfc3339(now + std::chrono::days(**days));
  }
  const auto service = service_of(call);
  if (!service) return stop(service.error());
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
                      {"role", "ROLE", "What they may do", {"administrator", "coordinator", "reader"}},
                      {"days", "N", "How long it is valid; 90 if not given"}},
          .more = "The first token of a store is issued on its file, before the daemon holds it.",
          .examples = {{"The first", "token issue --store review.db --person a-officer --role coordinator"},
                       {"Through the service", "token issue --person b-reader --role reader --days 30"}},
          .run = run};
}

}  // namespace reviewctl

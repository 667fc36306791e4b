#include "tools/reviewctl/verbs/account_deed.hpp"

#include <string>

#include "reviewd/http/percent.hpp"

namespace reviewctl {

Outcome<ExitCode> account_deed(Call& call, std::string_view deed, std::string_view says) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto person = reviewd::percent_encoded(call.arguments.text("PERSON"));
  const auto account = ask_json(**service, {"POST", "/v1/accounts/" + person + ":" + std::string(deed)});
  if (!account) return stop(account.error());
  if (call.output.for_people()) {
    call.output.line(says);
  } else {
    call.output.value(*account);
  }
  return ExitCode::done;
}

}  // namespace reviewctl

#include "tools/reviewctl/verbs/propose_access.hpp"

#include <boost/json/serialize.hpp>
#include <string>

#include "tools/reviewctl/json_fields.hpp"

namespace reviewctl {

Outcome<ExitCode> propose_access(Call& call, Service& service, std::string_view address,
                                 const boost::json::object& wish) {
  const auto proposed = ask_json(service, {"POST", std::string(address), boost::json::serialize(wish)});
  if (!proposed) return stop(proposed.error());
  if (call.output.for_people()) {
    call.output.line(text_of(proposed->get_object(), "approval"));
    call.output.say("Another person approves it. Then give the same command again, without --reason.");
  } else {
    call.output.value(*proposed);
  }
  return ExitCode::done;
}

std::string code_words(const boost::json::object& invitation) {
  if (!is_true(invitation, "wantsCode")) return {};
  return " The link asks for a code: whoever approved it was shown that, and tells it to the person, not to you.";
}

}  // namespace reviewctl

#include "reviewd/api/openapi/openapi_schemas.hpp"
#include "reviewd/api/openapi/openapi_shapes.hpp"

namespace reviewd::openapi {
namespace {

const std::vector<std::string_view> times{"NONE", "IMMEDIATE", "DAILY"};

}  // namespace

void add_notice_schemas(boost::json::object& schemas) {
  schemas["Notices"] = object_of(
      "How whoever asks is reminded by mail.",
      {{"person", text_like("Who.", reference_pattern)},
       {"mailbox", text("Where reminders go; absent while no mailbox is confirmed."), false},
       {"waiting", text("A mailbox that waits for its code."), false},
       {"when",
        one_of("Never, straight away, or once a working day as a list. It counts once a mailbox is confirmed.", times)},
       {"awayFrom", day("The first day away."), false},
       {"awayUntil", day("The last day away."), false},
       {"cover", text_like("Who is reminded instead in that time.", reference_pattern), false},
       {"hours", text_like("The hours of a working day in which reminders are mailed, London time.",
                           "^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$")},
       {"mailGoesOut", yes_or_no("Mail is set up here.")}});
  schemas["NoticesWish"] = object_of(
      "What is to change; what is left out stays as it is. The three about being away come together, and are taken "
      "back by empty texts.",
      {{"mailbox", text("A code is mailed to it; it counts when the code comes back. Empty: no mailbox."), false},
       {"when", one_of("When to be reminded by mail.", times), false},
       {"awayFrom", text("The first day away."), false},
       {"awayUntil", text("The last day away."), false},
       {"cover", text("Who is reminded instead, if they may see the case."), false}});
  schemas["MailboxCode"] = object_of("The code that was mailed.", {{"code", text_like("Six digits.", "^[0-9]{6}$")}});
}

}  // namespace reviewd::openapi

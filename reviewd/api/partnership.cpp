#include <boost/json/object.hpp>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/storage/partnership_contact.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response get_partnership(Call& call) {
  const auto contact = partnership_contact(call.storage);
  json::object out{{"name", contact.partnership}, {"contentNotes", contact.content_notes}};
  const auto put = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) out[name] = text;
  };
  put("coordinatorName", contact.name);
  put("coordinatorTelephone", contact.telephone);
  put("coordinatorMailbox", contact.mailbox);
  put("safeguardingTelephone", contact.safeguarding);
  return json_answer(200, out);
}

}  // namespace

std::vector<Endpoint> partnership_endpoints() {
  return {{"GET",
           "/v1/partnership",
           "getPartnership",
           "Whom to ask, and whom to call who is worried about a child now",
           {},
           Use::read,
           {},
           "",
           "Partnership",
           200,
           get_partnership}};
}

}  // namespace reviewd

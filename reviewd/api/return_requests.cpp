#include <algorithm>
#include <boost/json/array.hpp>
#include <stdexcept>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/return_json.hpp"
#include "reviewd/returns/asked_return.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

/// A link opens for so long after the day on which the answer is wanted: late is better than never.
constexpr int days_after_due = 28;

json::array array_of(const std::vector<std::string>& texts) {
  json::array all;
  for (const auto& text : texts) all.push_back(json::string(review::bare_reference(text).value_or(text)));
  return all;
}

json::object asking(const JsonFields& fields) {
  json::object asked{{"agencies", array_of(fields.list("agencies"))}};
  for (const auto* name : {"type", "period", "dueOn"}) {
    if (const auto text = fields.text(name); !text.empty()) asked[name] = text;
  }
  if (const auto children = fields.list("children"); !children.empty()) asked["children"] = array_of(children);
  return {{"agencyReturnRequested", std::move(asked)}};
}

/// Whom to write to: the main contact, else a deputy, else who is there out of hours.
std::string first_contact(Call& call, const std::string& agency) {
  for (const auto& contact : call.storage.contacts().contacts_of(agency)) {
    if (contact.is_there(call.moment.today)) return contact.contact;
  }
  return {};
}

/// One entry for all agencies, and a link and a mail for each that has a contact: all of it, or nothing.
Response ask_agencies(Call& call) {
  const auto fields = json_fields(call, {{}, {"type", "period", "dueOn"}, {"agencies", "children"}});
  if (!fields) return refused(call, fields.error());
  if (fields->list("agencies").empty()) {
    return refused(call, review::Code::missing_field, "Choose at least one agency.", "/agencies");
  }
  auto entry = review::read_entry(asking(*fields), review::Origin::request);
  if (!entry) return refused(call, entry.error());
  if (const auto may = may_change_links(call); !may) return refused(call, may.error());
  const auto recorded =
      call.desk().record({call.path("case"), std::move(*entry), call.reader, {}, {}, {}, call.moment});
  if (!recorded) return refused(call, recorded.error());
  json::array links;
  json::array without;
  for (const auto& each : fields->list("agencies")) {
    const auto agency = review::bare_reference(each).value_or(each);
    const auto contact = call.storage.mail_goes_out() ? first_contact(call, agency) : std::string();
    const auto asked = asked_return(call.storage, recorded->case_id, recorded->entry_id, agency, call.moment.today);
    if (contact.empty() || !asked) {
      without.push_back(json::string(agency));
      continue;
    }
    const auto latest = call.moment.today.plus_days(longest_link);
    const auto last = std::min(latest, asked->due.value_or(call.moment.today).plus_days(days_after_due));
    const auto sent = send_link(call.storage, {recorded->case_id, recorded->entry_id, agency, contact, last},
                                call.reader, host_of(call));
    if (!sent) throw std::logic_error("a link that was looked at before cannot be made");
    links.push_back(write_made_link(call, *sent));
  }
  const auto shown = call.desk().entry(recorded->case_id, recorded->entry_id, call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  auto response = json_answer(201, json::object{{"entry", review::write_message(*shown)},
                                                {"returnLinks", std::move(links)},
                                                {"withoutLink", std::move(without)}});
  response.headers.emplace_back("Location", "/v1/cases/" + recorded->case_id + "/entries/" + recorded->entry_id);
  return response;
}

}  // namespace

std::vector<Endpoint> return_request_endpoints() {
  return {{"POST",
           "/v1/cases/{case}/returnRequests",
           "askAgencies",
           "Asks several agencies in one step: one entry, and a link by mail for each that has a contact",
           {Right::manage_contacts},
           Use::write,
           {},
           "ReturnRequestWish",
           "ReturnRequest",
           201,
           ask_agencies}};
}

}  // namespace reviewd

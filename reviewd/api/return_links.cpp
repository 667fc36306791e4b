#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/return_json.hpp"
#include "reviewd/returns/link_ask.hpp"
#include "reviewd/returns/open_link.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

std::string bare(const std::string& id) { return review::bare_reference(id).value_or(id); }

/// The link that the address names, in its case.
review::Result<review::ReturnLink> link_of(Call& call) {
  const auto link = call.storage.return_links().of_id(call.path("link"));
  if (link && link->case_id == call.record()) return *link;
  return review::refuse(Code::not_found, "There is no link of this name here.");
}

Response list_links(Call& call) {
  if (const auto seen = may_see_links(call); !seen) return refused(call, seen.error());
  json::array links;
  for (const auto& link : call.storage.return_links().of_case(call.record())) {
    links.push_back(write_link(call, link));
  }
  return json_answer(200, json::object{{"returnLinks", std::move(links)}, {"nextPageToken", ""}});
}

Response get_link(Call& call) {
  if (const auto seen = may_see_links(call); !seen) return refused(call, seen.error());
  const auto link = link_of(call);
  if (!link) return refused(call, link.error());
  return json_answer(200, write_link(call, *link));
}

Response make_link(Call& call) {
  const auto fields = json_fields(call, {{"request", "agency", "contact", "expiresOn"}, {}, {}});
  if (!fields) return refused(call, fields.error());
  const auto last = review::Date::parse(fields->text("expiresOn"));
  if (!last) return refused(call, Code::not_a_date, "Give the day as in 2026-03-17.", "/expiresOn");
  if (const auto may = may_change_links(call); !may) return refused(call, may.error());
  const auto sent = send_link(call.storage,
                              {call.record(), bare(fields->text("request")), bare(fields->text("agency")),
                               bare(fields->text("contact")), *last},
                              call.reader, host_of(call));
  if (!sent) return refused(call, sent.error());
  auto response = json_answer(201, write_made_link(call, *sent));
  response.headers.emplace_back("Location",
                                "/v1/" + review::record_of(sent->link.case_id) + "/returnLinks/" + sent->link.link);
  return response;
}

Response revoke_link(Call& call) {
  if (const auto may = may_change_links(call); !may) return refused(call, may.error());
  const auto link = link_of(call);
  if (!link) return refused(call, link.error());
  const auto revoked =
      call.storage.return_links().revoke(link->case_id, link->link, call.reader.person, call.moment.now);
  if (!revoked) return refused(call, revoked.error());
  return json_answer(200, write_link(call, *revoked));
}

review::Result<void> record_chase(Call& call, const review::ReturnLink& link) {
  auto entry = review::read_entry(
      json::object{{"agencyReturnChased",
                    json::object{{"agency", link.agency}, {"request", link.request}, {"step", "REMINDED"}}}},
      review::Origin::request);
  if (!entry) return review::refuse(entry.error());
  const auto recorded = call.desk().record({link.case_id, std::move(*entry), call.reader, {}, {}, {}, call.moment});
  if (!recorded) return review::refuse(recorded.error());
  return {};
}

/// The reminder goes into the record and into the outbox, or neither.
Response remind(Call& call) {
  if (const auto may = may_change_links(call); !may) return refused(call, may.error());
  const auto link = link_of(call);
  if (!link) return refused(call, link.error());
  const bool is_over = !link->revoked.empty() || link->complete || link->expires_on < call.moment.today.iso();
  if (is_over || is_stopped_by_seal(call.storage, *link)) {
    return refused(call, {Code::missing_reference, "This link is over. Make a new one, or call the agency."});
  }
  if (!call.storage.mail_goes_out()) {
    return refused(call, {Code::not_permitted, "Mail is not set up here. Send the reminder in your own mail."});
  }
  const auto* ask = link_ask_of(call.storage, request_of(*link));
  if (ask == nullptr) {
    return refused(call, {Code::missing_reference, "Nothing is asked of the agency by this link any more."});
  }
  if (ask->chases_return) {
    if (const auto chased = record_chase(call, *link); !chased) return refused(call, chased.error());
  }
  const auto mailed = mail_contact(call.storage, *link, reminder_mail(mail_facts(call.storage, *link)));
  if (!mailed) return refused(call, mailed.error());
  call.storage.return_links().note(link->link, "REMINDED", call.moment.now);
  return json_answer(200, write_link(call, *link));
}

}  // namespace

std::vector<Endpoint> return_link_endpoints() {
  return {
      {"GET",
       "/v1/cases/{case}/returnLinks",
       "listReturnLinks",
       "The links by which agencies answer, with each use of them",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "ReturnLinkList",
       200,
       list_links},
      {"GET",
       "/v1/cases/{case}/returnLinks/{link}",
       "getReturnLink",
       "One link",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "ReturnLink",
       200,
       get_link},
      {"POST",
       "/v1/cases/{case}/returnLinks",
       "makeReturnLink",
       "Makes a link for a contact of an agency and mails it; its address is shown this once",
       {Right::manage_contacts},
       Use::write,
       {},
       "ReturnLinkWish",
       "MadeReturnLink",
       201,
       make_link},
      {"POST",
       "/v1/cases/{case}/returnLinks/{link}:revoke",
       "revokeReturnLink",
       "The link does not open any more, and its draft is gone",
       {Right::manage_contacts},
       Use::write,
       {},
       "",
       "ReturnLink",
       200,
       revoke_link},
      {"POST",
       "/v1/cases/{case}/returnLinks/{link}:remind",
       "remindByReturnLink",
       "Mails a reminder to the contact and records that",
       {Right::manage_contacts},
       Use::write,
       {},
       "",
       "ReturnLink",
       200,
       remind},
      {"GET",
       "/v1/programmes/{programme}/returnLinks",
       "listReturnLinksOfProgramme",
       "The links by which agencies answer in a programme, with each use of them",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "ReturnLinkList",
       200,
       list_links},
      {"GET",
       "/v1/programmes/{programme}/returnLinks/{link}",
       "getReturnLinkOfProgramme",
       "One link",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "ReturnLink",
       200,
       get_link},
      {"POST",
       "/v1/programmes/{programme}/returnLinks",
       "makeReturnLinkOfProgramme",
       "Makes a link for a contact of an agency and mails it; its address is shown this once",
       {Right::manage_contacts},
       Use::write,
       {},
       "ReturnLinkWish",
       "MadeReturnLink",
       201,
       make_link},
      {"POST",
       "/v1/programmes/{programme}/returnLinks/{link}:revoke",
       "revokeReturnLinkOfProgramme",
       "The link does not open any more, and its draft is gone",
       {Right::manage_contacts},
       Use::write,
       {},
       "",
       "ReturnLink",
       200,
       revoke_link},
      {"POST",
       "/v1/programmes/{programme}/returnLinks/{link}:remind",
       "remindByReturnLinkOfProgramme",
       "Mails a reminder to the contact",
       {Right::manage_contacts},
       Use::write,
       {},
       "",
       "ReturnLink",
       200,
       remind},
  };
}

}  // namespace reviewd

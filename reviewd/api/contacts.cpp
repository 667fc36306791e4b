#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/reference_of_name.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/settings/mail_config.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

json::array list_of(const std::vector<std::string>& texts) {
  json::array list;
  for (const auto& text : texts) list.push_back(json::string(text));
  return list;
}

json::object write(const review::Contact& contact) {
  json::object out{{"contact", contact.contact}, {"agency", contact.agency},   {"name", contact.name},
                   {"role", contact.role},       {"mailbox", contact.mailbox}, {"from", contact.from}};
  if (!contact.telephone.empty()) out["telephone"] = contact.telephone;
  if (!contact.until.empty()) out["until"] = contact.until;
  return out;
}

json::object write(Call& call, const review::Agency& agency) {
  json::array contacts;
  for (const auto& contact : call.storage.contacts().contacts_of(agency.agency)) contacts.push_back(write(contact));
  json::object out{{"agency", agency.agency},
                   {"name", agency.name},
                   {"closedWeekdays", list_of(agency.closed_weekdays)},
                   {"closedDays", list_of(agency.closed_days)},
                   {"contacts", std::move(contacts)}};
  if (!agency.body.empty()) out["body"] = agency.body;
  return out;
}

Response list_agencies(Call& call) {
  json::array agencies;
  for (const auto& agency : call.storage.contacts().list()) agencies.push_back(write(call, agency));
  return json_answer(200, json::object{{"agencies", std::move(agencies)}, {"nextPageToken", ""}});
}

Response get_agency(Call& call) {
  const auto found = call.storage.contacts().find(call.path("agency"));
  if (!found) return refused(call, {Code::not_found, "There is no agency of this id."});
  return json_answer(200, write(call, *found));
}

/// Whoever gives no id gets one made from the name.
Response add_agency(Call& call) {
  const auto fields = json_fields(call, {{}, {"agency", "name", "body"}, {"closedWeekdays", "closedDays"}});
  if (!fields) return refused(call, fields.error());
  const auto given = fields->text("agency");
  const auto id = given.empty() ? review::reference_of_name(fields->text("name")) : given;
  if (id.empty()) return refused(call, Code::missing_field, "Enter the name of the agency", "/name");
  const auto added =
      call.storage.contacts().add({review::bare_reference(id).value_or(id), fields->text("name"), fields->text("body"),
                                   fields->list("closedWeekdays"), fields->list("closedDays")},
                                  call.reader.person, call.moment.now);
  if (!added) return refused(call, added.error());
  auto response = json_answer(201, write(call, *added));
  response.headers.emplace_back("Location", "/v1/agencies/" + added->agency);
  return response;
}

Response change_agency(Call& call) {
  const auto fields = json_fields(call, {{}, {"name", "body"}, {"closedWeekdays", "closedDays"}});
  if (!fields) return refused(call, fields.error());
  auto agency = call.storage.contacts().find(call.path("agency"));
  if (!agency) return refused(call, {Code::not_found, "There is no agency of this id."});
  if (fields->texts.contains("name")) agency->name = fields->text("name");
  if (fields->texts.contains("body")) agency->body = fields->text("body");
  if (fields->lists.contains("closedWeekdays")) agency->closed_weekdays = fields->list("closedWeekdays");
  if (fields->lists.contains("closedDays")) agency->closed_days = fields->list("closedDays");
  const auto changed = call.storage.contacts().change(*agency, call.reader.person, call.moment.now);
  if (!changed) return refused(call, changed.error());
  return json_answer(200, write(call, *changed));
}

Response add_contact(Call& call) {
  const auto fields = json_fields(call, {{"name", "role", "mailbox"}, {"contact", "telephone", "from"}, {}});
  if (!fields) return refused(call, fields.error());
  const auto& setup = call.storage.config().mail;
  if (!is_allowed(setup, fields->text("mailbox"))) {
    std::string domains;
    for (const auto& domain : setup.domains) domains += (domains.empty() ? "" : ", ") + domain;
    return refused(call, Code::not_a_choice, "A contact's mailbox is below one of " + domains + ".", "/mailbox");
  }
  const auto from = fields->text("from");
  if (!from.empty() && !review::Date::parse(from)) {
    return refused(call, Code::not_a_date, "Enter a real day, such as 17 3 2026.", "/from");
  }
  const auto id = fields->text("contact");
  const auto added = call.storage.contacts().add_contact(
      {review::bare_reference(id).value_or(id), call.path("agency"), fields->text("name"), fields->text("role"),
       fields->text("mailbox"), fields->text("telephone"), from.empty() ? call.moment.today.iso() : from},
      call.reader.person, call.moment.now);
  if (!added) return refused(call, added.error());
  auto response = json_answer(201, write(*added));
  response.headers.emplace_back("Location", "/v1/agencies/" + added->agency + "/contacts/" + added->contact);
  return response;
}

Response end_contact(Call& call) {
  const auto fields = json_fields(call, {{}, {"until"}, {}});
  if (!fields) return refused(call, fields.error());
  const auto until = fields->text("until");
  if (!until.empty() && !review::Date::parse(until)) {
    return refused(call, Code::not_a_date, "Enter a real day, such as 17 3 2026.", "/until");
  }
  const auto ended = call.storage.contacts().end_contact(call.path("agency"), call.path("contact"),
                                                         until.empty() ? call.moment.today.iso() : until,
                                                         call.reader.person, call.moment.now);
  if (!ended) return refused(call, ended.error());
  return json_answer(200, write(*ended));
}

}  // namespace

std::vector<Endpoint> contact_endpoints() {
  return {
      {"GET",
       "/v1/agencies",
       "listAgencies",
       "The register of agencies and their contacts",
       {Right::read_cases, Right::manage_contacts},
       Use::read,
       {},
       "",
       "AgencyList",
       200,
       list_agencies},
      {"GET",
       "/v1/agencies/{agency}",
       "getAgency",
       "One agency with its contacts",
       {Right::read_cases, Right::manage_contacts},
       Use::read,
       {},
       "",
       "Agency",
       200,
       get_agency},
      {"POST",
       "/v1/agencies",
       "addAgency",
       "Adds an agency to the register",
       {Right::manage_contacts},
       Use::write,
       {},
       "AgencyWish",
       "Agency",
       201,
       add_agency},
      {"POST",
       "/v1/agencies/{agency}",
       "changeAgency",
       "Changes what is given, and leaves the rest",
       {Right::manage_contacts},
       Use::write,
       {},
       "AgencyChange",
       "Agency",
       200,
       change_agency},
      {"POST",
       "/v1/agencies/{agency}/contacts",
       "addContact",
       "Adds a contact to an agency",
       {Right::manage_contacts},
       Use::write,
       {},
       "ContactWish",
       "Contact",
       201,
       add_contact},
      {"POST",
       "/v1/agencies/{agency}/contacts/{contact}:end",
       "endContact",
       "The contact is none any more; its links do not open from the day after",
       {Right::manage_contacts},
       Use::write,
       {},
       "ContactEnd",
       "Contact",
       200,
       end_contact},
  };
}

}  // namespace reviewd

#include "reviewd/web/home/alert_row.hpp"

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/agencies/contact_view.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Those of the agency who are contacts on the day: the main one first, then deputies, then out of hours.
json::array contacts_of(const json::value& agencies, const std::string& id, const std::string& today) {
  json::array rows;
  for (const auto& agency : list_in(agencies, "agencies")) {
    if (text_in(agency, "agency") != id) continue;
    for (const auto& contact : list_in(agency, "contacts")) {
      const auto until = text_in(contact, "until");
      if (!until.empty() && until < today) continue;
      rows.push_back(json::object{{"role", contact_role_words(text_in(contact, "role"))},
                                  {"name", text_in(contact, "name")},
                                  {"telephone", text_in(contact, "telephone")}});
    }
  }
  return rows;
}

}  // namespace

json::object alert_row(const json::value& alert, const json::value& of_case, const json::value& agencies,
                       const std::string& today) {
  const auto reference = text_in(alert, "case");
  const auto address = "/cases/" + percent_encoded(reference);
  const auto received = text_in(alert, "received");
  auto contacts = contacts_of(agencies, text_in(alert, "agency"), today);
  const bool has_contacts = !contacts.empty();
  return {{"alert", text_in(alert, "alert")},
          {"agency", Register(agencies).agency(text_in(alert, "agency"))},
          {"case", reference},
          {"caseAddress", address},
          {"name", case_name(of_case)},
          {"day", instant_words(text_in(alert, "time"))},
          {"hasContacts", has_contacts},
          {"contacts", std::move(contacts)},
          {"read", received.empty() ? std::string() : address + "/entries/" + percent_encoded(received)}};
}

}  // namespace reviewd

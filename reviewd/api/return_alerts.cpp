#include <boost/json/array.hpp>

#include "reviewd/api/endpoint.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

constexpr int most_mails = 200;

/// Whether somebody who looks after contacts also sees the case: an administrator sees none.
bool sees(Call& call, const std::string& case_id) { return call.desk().sees(case_id, call.reader, call.moment); }

json::object write(Call& call, const review::ReturnAlert& alert) {
  json::object out{{"alert", alert.alert},
                   {"case", alert.case_id},
                   {"agency", alert.agency},
                   {"link", alert.link},
                   {"time", alert.time}};
  const auto link = call.storage.return_links().of_id(alert.link);
  if (link && !link->entry.empty()) out["received"] = link->entry;
  if (!alert.seen.empty()) {
    out["seen"] = alert.seen;
    out["seenBy"] = alert.seen_by;
  }
  return out;
}

Response list_alerts(Call& call) {
  json::array alerts;
  for (const auto& alert : call.storage.return_alerts().list()) {
    if (sees(call, alert.case_id)) alerts.push_back(write(call, alert));
  }
  return json_answer(200, json::object{{"returnAlerts", std::move(alerts)}, {"nextPageToken", ""}});
}

Response see_alert(Call& call) {
  const auto found = call.storage.return_alerts().find(call.path("alert"));
  if (!found || !sees(call, found->case_id)) {
    return refused(call, {Code::not_found, "There is no alert of this name."});
  }
  const auto seen = call.storage.return_alerts().see(found->alert, call.reader.person, call.moment.now);
  if (!seen) return refused(call, seen.error());
  return json_answer(200, write(call, *seen));
}

Response list_mails(Call& call) {
  if (!call.storage.store().practice()) {
    return refused(call, {Code::not_permitted, "This is a real store. Its mails are for those who get them."});
  }
  json::array mails;
  for (const auto& mail : call.storage.outbox().newest(most_mails)) {
    json::object out{{"to", mail.to}, {"subject", mail.subject}, {"text", mail.text}, {"made", mail.made}};
    if (!mail.delivered.empty()) out["delivered"] = mail.delivered;
    mails.push_back(std::move(out));
  }
  return json_answer(200, json::object{{"mails", std::move(mails)}, {"nextPageToken", ""}});
}

}  // namespace

std::vector<Endpoint> return_alert_endpoints() {
  return {
      {"GET",
       "/v1/returnAlerts",
       "listReturnAlerts",
       "Where an agency says that a child may be at risk now: those first that nobody has seen",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "ReturnAlertList",
       200,
       list_alerts},
      {"POST",
       "/v1/returnAlerts/{alert}:see",
       "seeReturnAlert",
       "Somebody has seen the alert and acts on it",
       {Right::manage_contacts},
       Use::write,
       {},
       "",
       "ReturnAlert",
       200,
       see_alert},
      {"GET",
       "/v1/practice/mails",
       "listPracticeMails",
       "The mails of a practice store, newest first",
       {Right::manage_contacts},
       Use::read,
       {},
       "",
       "PracticeMailList",
       200,
       list_mails},
  };
}

}  // namespace reviewd

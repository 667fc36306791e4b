#include "reviewd/alerts/chased_contacts.hpp"

#include "libreview/alerts/steps.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/returns/open_link.hpp"

namespace reviewd {
namespace {

/// The link of that request that waits for the contact's answer.
std::string waiting_link(Storage& storage, const std::string& case_id, const review::Alert& alert,
                         const review::Contact& contact, review::Date today) {
  for (const auto& link : storage.return_links().of_case(case_id)) {
    const bool is_theirs = link.contact == contact.contact && link.request == alert.started_by;
    const bool is_over = !link.revoked.empty() || link.complete || link.expires_on < today.iso();
    if (is_theirs && !is_over && !is_stopped_by_seal(storage, link)) return link.link;
  }
  return {};
}

}  // namespace

std::vector<ChasedContact> chased_contacts(Storage& storage, const review::Alert& alert, review::Date today) {
  std::vector<ChasedContact> all;
  const bool escalated = review::is_escalated(alert.step);
  if (alert.step != "chase" && !escalated) return all;
  if (alert.agency.empty()) return all;
  if (!review::has_members(alert.record)) return all;
  const auto case_id = review::reference_of(alert.record);
  const auto file = storage.views().find(case_id);
  if (!file) return all;
  const auto contacts = storage.contacts().contacts_of(alert.agency);
  for (const auto* role : {"MAIN", "DEPUTY"}) {
    for (const auto& contact : contacts) {
      if (contact.role != role || !contact.is_there(today)) continue;
      if (storage.views().keeps_out(contact.contact, case_id)) continue;
      auto link = waiting_link(storage, case_id, alert, contact, today);
      if (link.empty() && file->sealed()) continue;
      all.push_back({contact, link.empty() ? case_id : std::move(link)});
    }
    if (!all.empty() && !escalated) break;
  }
  return all;
}

}  // namespace reviewd

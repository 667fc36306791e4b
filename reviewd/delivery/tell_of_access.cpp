#include "reviewd/delivery/tell_of_access.hpp"

#include "reviewd/delivery/governance_mailboxes.hpp"
#include "reviewd/returns/mail_texts.hpp"
#include "reviewd/storage/partnership_contact.hpp"

namespace reviewd {

review::Result<void> tell_of_access(Storage& storage, const std::string& person, NewAccess what) {
  if (!storage.mail_goes_out()) return {};
  const bool reset = what == NewAccess::reset;
  const auto about = "people/" + person;
  const auto asked = partnership_contact(storage);
  const auto send = [&](const std::string& to, const MailText& mail) {
    return storage.outbox().add({to, mail.subject, mail.text, about}, now(std::nullopt).now);
  };
  if (const auto own = storage.contacts().find_contact(person); own && own->is_there(storage.moment().today)) {
    const auto kept = send(own->mailbox, own_access_mail(asked.partnership, asked.telephone, reset));
    if (!kept) return kept;
  }
  for (const auto& mailbox : governance_mailboxes(storage)) {
    if (const auto kept = send(mailbox, access_mail(asked.partnership, reset)); !kept) return kept;
  }
  return {};
}

}  // namespace reviewd

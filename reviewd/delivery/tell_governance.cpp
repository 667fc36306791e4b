#include "reviewd/delivery/tell_governance.hpp"

#include <fmt/format.h>

#include "reviewd/returns/mail_texts.hpp"
#include "reviewd/returns/send_link.hpp"

namespace reviewd {

std::string about_glass(const std::string& glass) { return "glass/" + glass; }

review::Result<void> tell_governance(Storage& storage, const review::BrokenGlass& glass, const std::string& host) {
  auto mailboxes = storage.config().mail.governance;
  if (mailboxes.empty() && storage.store().practice()) mailboxes = {"information-governance@example.org"};
  const auto mail = emergency_mail(storage.desk().law().partnership().name, address_of(storage, host, "/governance"));
  for (const auto& mailbox : mailboxes) {
    const auto kept =
        storage.outbox().add({mailbox, mail.subject, mail.text, about_glass(glass.glass)}, now(std::nullopt).now);
    if (!kept) return kept;
  }
  return {};
}

}  // namespace reviewd

#pragma once

#include <string>

#include "libreview/access/reader.hpp"
#include "reviewd/returns/mail_texts.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A link just made, and the mail that went with it.
struct LinkSent {
  review::ReturnLink link;
  std::string address;  ///< with the secret: shown once and kept nowhere
  MailText mail;
};

/// The address of a path of ours: below the one that is configured, else, in a practice store, below the host that the
/// request names.
[[nodiscard]] std::string address_of(Storage& storage, const std::string& host, const std::string& path);

/// What mails about a request of an agency say.
[[nodiscard]] MailFacts mail_facts(Storage& storage, const review::ReturnLink& link);

/// Makes a link and puts the mail with it into the outbox, in the open transaction. It shows through the embargoes that
/// `by` reads through today, for as long as they do, and through no other. `missing-reference` where that
/// entry asks nothing of the agency (`link_ask_of`), or the contact of the agency is not there; `not-permitted` where
/// no mail goes out, for nobody could then be sent a code; `malformed` for a last day that is past or further off than
/// `longest_link` days.
inline constexpr int longest_link = 90;
[[nodiscard]] review::Result<LinkSent> send_link(Storage& storage, const review::ReturnLinks::Wish& wish,
                                                 const review::Reader& by, const std::string& host);

/// Puts a mail to the contact of a link into the outbox, in the open transaction.
[[nodiscard]] review::Result<void> mail_contact(Storage& storage, const review::ReturnLink& link, const MailText& mail,
                                                std::chrono::minutes useful = std::chrono::days{4});

}  // namespace reviewd

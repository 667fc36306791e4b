#pragma once

#include <string>

#include "libreview/registers/outbox.hpp"
#include "reviewd/settings/mail_setup.hpp"

namespace reviewd {

/// Hands a mail to the server. Empty where it took it, else why not: words of the library, without any address.
[[nodiscard]] std::string send_by_smtp(const MailSetup& setup, const review::Mail& mail);

/// The mail as it travels: RFC 5322, plain text, marked OFFICIAL-SENSITIVE. The same mail always has the same id, so
/// that one that went twice is seen once.
[[nodiscard]] std::string message_of(const MailSetup& setup, const review::Mail& mail);

}  // namespace reviewd

#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "reviewd/settings/mail_setup.hpp"

namespace reviewd {

/// Reads the table `[mail]` of the configuration file `config`. An unknown key is an error.
///
///     [mail]
///     server = "smtp://mail.example.org:587"
///     from = "reviews@example.org"
///     user = "reviews"                      # with password-file, beside the configuration, for its owner alone
///     password-file = "mail-password"
///     tls = "required"                      # or "none", to a server on this machine
///     domains = ["police.uk", "nhs.net"]    # a contact's mailbox is below one of these
///     coordinators = ["reviews@example.org"]
///     governance = ["information-governance@example.org"]   # told when a case is opened in an emergency
///     address = "https://reviews.example.org"
///     telephone = "01632 960001"
///     safeguarding-telephone = "01632 960002"
[[nodiscard]] review::Result<void> read_mail(const std::string& config, const toml::node& value, MailSetup& mail);

/// Whether a contact may have this mailbox: it is below one of the domains, if any are set.
[[nodiscard]] bool is_allowed(const MailSetup& mail, std::string_view mailbox);

}  // namespace reviewd

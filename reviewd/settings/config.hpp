#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "reviewd/http/limits.hpp"
#include "reviewd/settings/document_settings.hpp"
#include "reviewd/settings/mail_setup.hpp"
#include "reviewd/settings/sign_in_limits.hpp"
#include "reviewd/settings/sign_on_config.hpp"
#include "reviewd/settings/webhook_settings.hpp"

namespace reviewd {

/// What `--config` sets: a TOML file in which an unknown key is an error.
///
///     overlay = "devon-style.toml"          # the partnership's own rules, beside this file
///     closures = "closures.toml"            # its extra closure days
///     allowed-hosts = ["reviews.example.org"]
///     pepper-file = "/etc/review/pepper"    # a secret that passwords go through; kept apart from the store
///     reserve-mebibytes = 8                 # kept free beside the store, to read on when the disk is full; 0: none
///     [sign-in]
///     address-burst = 60                    # any row of sign_in_limit_table()
///     [limits]
///     header-ms = 5000                      # any row of limit_table()
///     [sign-on]                             # see SignOnConfig
///     [documents]                           # see DocumentSettings
///     bytes = 26214400                      # length of a document, then 413
///     check = ["/usr/bin/clamdscan", "--fdpass", "-"]   # gets each on its standard input
///     check-seconds = 60
///     [mail]                                # see reviewd/settings/mail_config.hpp
///     [webhooks]                            # see reviewd/settings/webhook_config.hpp
struct Config {
  std::string overlay_name{};
  std::string overlay_text{};   ///< empty: none
  std::string closures_text{};  ///< empty: none
  std::string pepper_file{};    ///< empty: none; beside the configuration where it is no absolute path
  std::string pepper{};         ///< what is in it, once the daemon has read it
  SignInLimits sign_in{};
  Limits limits{};
  SignOnConfig sign_on{};
  DocumentSettings documents{};
  MailSetup mail{};
  WebhookSettings webhooks{};
  std::int64_t reserve_bytes = 8 * 1024 * 1024;  ///< see Reserve; 0: none
};

/// Reads the file and those that it names.
[[nodiscard]] review::Result<Config> read_config(const std::string& file);

}  // namespace reviewd

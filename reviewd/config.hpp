#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"
#include "reviewd/delivery/mail_setup.hpp"
#include "reviewd/documents/document_settings.hpp"
#include "reviewd/http/limits.hpp"
#include "reviewd/identity/sign_on_config.hpp"

namespace reviewd {

/// What `--config` sets: a TOML file in which an unknown key is an error.
///
///     overlay = "devon-style.toml"     # the partnership's own rules, beside this file
///     closures = "closures.toml"       # its extra closure days
///     allowed-hosts = ["reviews.example.org"]
///     [limits]
///     header-ms = 5000                 # any row of limit_table()
///     [sign-on]                        # see SignOnConfig
///     [documents]
///     bytes = 26214400                 # length of a document, then 413
///     check = ["/usr/bin/clamdscan", "--fdpass", "-"]   # gets each on its standard input; see DocumentSettings
///     check-seconds = 60
///     [mail]                           # see reviewd/delivery/mail_config.hpp
struct Config {
  std::string overlay_name{};
  std::string overlay_text{};   ///< empty: none
  std::string closures_text{};  ///< empty: none
  Limits limits{};
  SignOnConfig sign_on{};
  DocumentSettings documents{};
  MailSetup mail{};
};

/// Reads the file and those that it names.
[[nodiscard]] review::Result<Config> read_config(const std::string& file);

}  // namespace reviewd

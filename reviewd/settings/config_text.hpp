#pragma once

#include <toml++/toml.h>

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace reviewd {

/// A text of the configuration that is not empty; `wrong-type` otherwise. `table` and `key` name it: `mail.server`.
[[nodiscard]] review::Result<std::string> config_text(const toml::node& value, std::string_view table,
                                                      std::string_view key);
/// The same for a list of them.
[[nodiscard]] review::Result<std::vector<std::string>> config_texts(const toml::node& value, std::string_view table,
                                                                    std::string_view key);

}  // namespace reviewd

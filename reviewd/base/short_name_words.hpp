#pragma once

#include <string>

namespace reviewd {

/// `Acute trust` for `acute-trust`: a short name, written out.
[[nodiscard]] std::string short_name_words(const std::string& name);

/// `Stoke on Trent` for `stoke-on-trent`: a place, by its short name.
[[nodiscard]] std::string place_words(const std::string& place);

}  // namespace reviewd

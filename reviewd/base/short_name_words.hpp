#pragma once

#include <string>

namespace reviewd {

/// `Acute trust` for `acute-trust`: a short name, written out.
[[nodiscard]] std::string short_name_words(const std::string& name);

}  // namespace reviewd

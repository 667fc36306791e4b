#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// What a record may call an agency: its id and, where it is the only one of the register that is it, the body of the
/// law. Where two are `HEALTH`, that name says neither of them: what one answered is nothing to the other.
[[nodiscard]] std::vector<std::string> names_of_agency(Storage& storage, std::string_view agency);

/// Whether a record that names `body` means the agency of these names.
[[nodiscard]] bool is_one_of(const std::vector<std::string>& names, std::string_view body);

}  // namespace reviewd

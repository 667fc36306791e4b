#pragma once

#include <string>
#include <string_view>

#include "libreview/store/store.hpp"

namespace review {

/// Who made a token, by its id: a person, or `reviewctl` where it was made on the file itself; empty for an unknown
/// one. Whoever makes a token has seen its secret.
[[nodiscard]] std::string maker_of_token(Store& store, std::string_view token);

}  // namespace review

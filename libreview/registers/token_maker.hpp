#pragma once

#include <string>
#include <string_view>

#include "libreview/registers/tokens.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Who made a token, by its id: a person, or `reviewctl` where it was made on the file itself; empty for an unknown
/// one. Whoever makes a token has seen its secret.
[[nodiscard]] std::string maker_of_token(Store& store, std::string_view token);

/// Whether another person made the token than whose it is. Who made it on the file is whoever runs the machine, and has
/// everything in any case: that one counts as the person's own. Of a token whose making is on no record it is true.
[[nodiscard]] bool is_made_by_another(Store& store, const Token& token);

}  // namespace review

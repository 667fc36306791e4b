#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace reviewd {

inline constexpr std::size_t shortest_password = 12;
inline constexpr std::size_t longest_password = 128;

/// Whether a person may choose this password: its length in characters, and that it is not made of the person's name,
/// of the product's, or of a few letters again and again. There is no rule about digits or signs. `malformed` says what
/// to do.
[[nodiscard]] review::Result<void> check_password(std::string_view password, std::string_view person);

/// The argon2id digest with 64 MiB and 2 passes, and its own salt, as `crypto_pwhash_str` writes it. Takes about a
/// tenth of a second and the memory. Throws std::bad_alloc where there is not enough.
[[nodiscard]] std::string password_digest(std::string_view password);

/// Whether the password is that of the digest. An empty digest (no such person, no password yet) takes as long, and is
/// nobody's.
[[nodiscard]] bool is_password(std::string_view password, const std::string& digest);

}  // namespace reviewd

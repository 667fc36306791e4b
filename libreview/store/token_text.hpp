#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/store/random.hpp"

namespace review {

/// An access token as a person holds it: `rvw_<id>_<secret>_<check>`, 63 characters. The prefix and the check let a
/// scanner for leaked secrets recognise one without asking us.
struct TokenText {
  std::string id;      ///< 8 characters `a-z2-7`, no secret
  std::string secret;  ///< 256 random bits in 43 characters of base64url
};

[[nodiscard]] TokenText new_token_text(Random& random);

/// With its check: the CRC-32 of all before it (as in gzip), big-endian, in 6 characters of base64url.
[[nodiscard]] std::string token_line(const TokenText& text);

/// The parts of a token, or nothing if its form or its check is wrong.
[[nodiscard]] std::optional<TokenText> parse_token(std::string_view line);

/// Whether the store kept this digest of the secret. Takes as long for a wrong secret as for none (`kept` empty).
[[nodiscard]] bool is_kept(std::string_view kept, std::string_view secret);

}  // namespace review

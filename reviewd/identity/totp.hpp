#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"

namespace reviewd {

/// One-time codes by time (RFC 6238) as apps make them: HMAC-SHA-1, six digits, steps of 30 seconds.

/// The step that an instant lies in, from 1970 on.
[[nodiscard]] std::int64_t totp_step(review::Instant now);
/// The code of a step.
[[nodiscard]] std::string totp_code(std::string_view secret, std::int64_t step);
/// The step whose code was typed: that of now, the one before or the one after, for clocks that are not exact. Only
/// one after `last`, the newest that was used. Blanks in the code do not count.
[[nodiscard]] std::optional<std::int64_t> totp_step_of(std::string_view typed, std::string_view secret,
                                                       review::Instant now, std::int64_t last);

/// 20 random bytes, as RFC 4226 asks for.
[[nodiscard]] std::string new_totp_secret(review::Random& random);
/// As apps take it: base32 (RFC 4648) without padding.
[[nodiscard]] std::string base32(std::string_view bytes);
/// The same in groups of four, for who types it.
[[nodiscard]] std::string in_groups(std::string_view text);
/// The address that an app takes from a link or a QR code.
[[nodiscard]] std::string totp_address(std::string_view secret, std::string_view person);

}  // namespace reviewd

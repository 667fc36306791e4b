#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace reviewd {

/// The bytes of base64url without padding (RFC 7515, appendix C). Nothing for padding, other letters, a length that no
/// bytes have, and last bits that are not zero: so each value has one text.
[[nodiscard]] std::optional<std::string> base64url_decoded(std::string_view text);
[[nodiscard]] std::string base64url(std::span<const std::uint8_t> bytes);

}  // namespace reviewd

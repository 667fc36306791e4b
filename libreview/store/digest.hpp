#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace review {

/// A SHA-256 digest.
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 of the parts one after the other, with nothing between them.
[[nodiscard]] Digest sha256(std::initializer_list<std::string_view> parts);

/// Lower-case hexadecimal, two digits a byte.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);

/// The digest of 64 lower-case hexadecimal digits, or nothing for any other text.
[[nodiscard]] std::optional<Digest> digest_from_hex(std::string_view hex);

/// The bytes as text that may hold any byte.
[[nodiscard]] std::string_view as_text(std::span<const std::uint8_t> bytes);

}  // namespace review

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace review {

/// The number written by the `count` ASCII digits at `at`; nothing where one is missing or is no digit. At most 9
/// digits.
[[nodiscard]] constexpr std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (at > text.size() || text.size() - at < count) return std::nullopt;
  int number = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace review

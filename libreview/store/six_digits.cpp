#include "libreview/store/six_digits.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

namespace review {

std::string six_digits(Random& random) {
  // Below the largest multiple of a million.
  constexpr std::uint32_t limit = 4'294'000'000;
  for (;;) {
    std::array<std::uint8_t, 4> bytes{};
    random.fill(bytes);
    std::uint32_t number = 0;
    for (const auto byte : bytes) number = number << 8 | byte;
    if (number < limit) return fmt::format("{:06}", number % 1'000'000);
  }
}

}  // namespace review

#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace reviewctl {

/// `1 entry`, `7 entries`.
template <class Number>
[[nodiscard]] std::string counted(Number number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace reviewctl

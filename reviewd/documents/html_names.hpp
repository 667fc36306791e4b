#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace reviewd {

/// The sign that a name stands for in the source of a web page, without `&` and `;`: names of HTML 4, and those of
/// HTML 5 for letters of Europe, spaces and strokes (WHATWG, named character references).
[[nodiscard]] std::optional<std::uint32_t> html_name(std::string_view name);

}  // namespace reviewd

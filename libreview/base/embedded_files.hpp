#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace review {

/// One file that is compiled in.
struct EmbeddedFile {
  std::string_view name;
  std::string_view bytes;
};

/// Every file that is compiled in, in byte order of the names. The build writes it: see `tools/cmake/embed.cmake`.
[[nodiscard]] std::span<const EmbeddedFile> embedded_files();

}  // namespace review

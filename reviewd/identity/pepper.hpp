#pragma once

#include <filesystem>
#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

/// Reads the pepper of the passwords. `not-found` where there is no such file; `not-permitted` where anybody but its
/// owner can read or change it, where the owner is another user, and where it lies in the folder of the store (whoever
/// copies one would copy both); `malformed` for fewer than 32 bytes. Blanks at the end do not count.
[[nodiscard]] review::Result<std::string> read_pepper(const std::filesystem::path& file,
                                                      const std::filesystem::path& store);

}  // namespace reviewd

#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// One file of an archive.
struct ZippedFile {
  std::string name;  ///< it must name nobody
  std::string content;
  bool stored = false;  ///< not compressed, for a reader that looks at the bytes
};

/// A ZIP archive of these files, each dated `dated`. Throws std::runtime_error where the library fails, which is for
/// want of memory alone.
[[nodiscard]] std::string write_zip(const std::vector<ZippedFile>& files, review::Instant dated);

}  // namespace reviewd

#include "reviewd/documents/memory_file.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace reviewd {

MemoryFile::MemoryFile(std::string_view content) : descriptor_(::memfd_create("document", MFD_CLOEXEC)) {
  while (good() && !content.empty()) {
    const auto written = ::write(descriptor_, content.data(), content.size());
    if (written <= 0) drop();
    if (written <= 0) return;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  if (good() && ::lseek(descriptor_, 0, SEEK_SET) != 0) drop();
}

std::optional<std::string> MemoryFile::content() const {
  struct stat about {};
  if (!good() || ::fstat(descriptor_, &about) != 0) return std::nullopt;
  std::string all(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t at = 0; at < all.size();) {
    const auto got = ::pread(descriptor_, all.data() + at, all.size() - at, static_cast<off_t>(at));
    if (got <= 0) return std::nullopt;
    at += static_cast<std::size_t>(got);
  }
  return all;
}

void MemoryFile::drop() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace reviewd

#include "reviewd/documents/memory_file.hpp"

#include <sys/mman.h>
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

void MemoryFile::drop() {
  if (descriptor_ >= 0) ::close(descriptor_);
  descriptor_ = -1;
}

}  // namespace reviewd

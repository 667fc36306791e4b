#include "reviewd/storage/reserve.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace reviewd {

Reserve::Reserve(const std::filesystem::path& store, std::int64_t bytes)
    : file_(store.string() + ".reserve"), bytes_(bytes) {}

bool Reserve::make() {
  if (held_) return true;
  const int file = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return false;
  held_ = ::ftruncate(file, bytes_) == 0 && ::posix_fallocate(file, 0, bytes_) == 0;
  ::close(file);
  if (!held_) ::unlink(file_.c_str());
  return held_;
}

bool Reserve::give_up() {
  if (!held_) return false;
  held_ = false;
  return ::unlink(file_.c_str()) == 0;
}

}  // namespace reviewd

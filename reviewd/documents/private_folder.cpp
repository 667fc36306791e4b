#include "reviewd/documents/private_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

namespace reviewd {
namespace {

constexpr const char* in_memory = "/dev/shm";
constexpr std::string_view name_begins = "reviewd-";
constexpr std::string_view name_ends = "XXXXXX";
constexpr mode_t of_owner_alone = 0700;
constexpr mode_t rights = 07777;

std::filesystem::path made_in(const std::filesystem::path& place) {
  auto name = (place / (std::string(name_begins) + std::string(name_ends))).string();
  if (::mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category(), "a private folder");
  return name;
}

std::filesystem::path first_place() {
  const auto places = private_places();
  for (const auto& place : places) {
    if (::access(place.c_str(), W_OK | X_OK) == 0) return place;
  }
  return places.back();
}

/// A folder that is open and locked; -1 where it is not there, is a link, is not ours, or another process holds it.
int locked_folder(const std::filesystem::path& path) {
  const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder < 0) return -1;
  struct stat about {};
  const bool ours = ::fstat(folder, &about) == 0 && about.st_uid == ::geteuid() &&
                    (about.st_mode & rights) == of_owner_alone && ::flock(folder, LOCK_EX | LOCK_NB) == 0;
  // Another process may have removed it before it was locked.
  struct stat there {};
  if (ours && ::lstat(path.c_str(), &there) == 0 && there.st_ino == about.st_ino && there.st_dev == about.st_dev)
    return folder;
  ::close(folder);
  return -1;
}

bool is_named_so(const std::filesystem::path& path) {
  const auto name = path.filename().string();
  return name.starts_with(name_begins) && name.size() == name_begins.size() + name_ends.size();
}

}  // namespace

std::vector<std::filesystem::path> private_places() { return {in_memory, std::filesystem::temp_directory_path()}; }

PrivateFolder::PrivateFolder() : PrivateFolder(first_place()) {}

PrivateFolder::PrivateFolder(const std::filesystem::path& place) {
  constexpr int most_tries = 10;
  for (int tries = 0; lock_ < 0; ++tries) {
    if (tries == most_tries) throw std::system_error(EAGAIN, std::generic_category(), "a private folder");
    path_ = made_in(place);
    lock_ = locked_folder(path_);
  }
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  ::close(lock_);
}

std::size_t remove_left_folders(const std::filesystem::path& place) {
  std::vector<std::filesystem::path> found;
  std::error_code ignored;
  for (const auto& one : std::filesystem::directory_iterator(place, ignored)) {
    if (is_named_so(one.path())) found.push_back(one.path());
  }
  std::size_t count = 0;
  for (const auto& path : found) {
    const int folder = locked_folder(path);
    if (folder < 0) continue;
    std::filesystem::remove_all(path, ignored);
    if (!ignored) ++count;
    ::close(folder);
  }
  return count;
}

}  // namespace reviewd

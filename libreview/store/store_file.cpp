#include "libreview/store/store_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "libreview/store/store_broken.hpp"

namespace review {
namespace {

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

Result<void> cannot(const char* what, const std::filesystem::path& path) {
  return refuse(Code::not_permitted, fmt::format("Cannot {} {}: {}.", what, path.string(), std::strerror(errno)));
}

void sync(const std::filesystem::path& path, int flags) {
  const auto descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  const auto good = descriptor >= 0 && ::fsync(descriptor) == 0;
  const auto error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!good) throw StoreBroken(fmt::format("Cannot sync {}: {}.", path.string(), std::strerror(error)));
}

Result<void> private_folder(const std::filesystem::path& folder) {
  struct stat found {};
  if (::stat(folder.c_str(), &found) != 0) return cannot("look at", folder);
  if ((found.st_mode & S_IWOTH) != 0 && (found.st_mode & S_ISVTX) == 0) {
    return refuse(Code::not_permitted, fmt::format("Anybody can write to the folder {}. Run: chmod o-w {}",
                                                   folder.string(), folder.string()));
  }
  return {};
}

}  // namespace

Result<void> private_file(const std::filesystem::path& file) {
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) {
      return refuse(Code::not_found, fmt::format("There is no store at {}.", file.string()));
    }
    return cannot("look at", file);
  }
  if (!S_ISREG(found.st_mode)) {
    return refuse(Code::not_permitted, fmt::format("{} is not a plain file. Name the store itself.", file.string()));
  }
  if (found.st_uid != ::geteuid()) {
    return refuse(Code::not_permitted, fmt::format("{} belongs to another user. Run as its owner.", file.string()));
  }
  if ((found.st_mode & 0077) != 0) {
    return refuse(Code::not_permitted,
                  fmt::format("Others may read or change {}. Run: chmod 600 {}", file.string(), file.string()));
  }
  return private_folder(folder_of(file));
}

Result<void> make_private_file(const std::filesystem::path& file) {
  const auto folder = folder_of(file);
  if (::mkdir(folder.c_str(), 0700) == 0) {
    sync_folder(folder_of(folder));
  } else if (errno != EEXIST) {
    return cannot("make the folder", folder);
  }
  if (auto safe = private_folder(folder); !safe) return safe;
  const auto descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0 && errno == EEXIST) {
    return refuse(Code::already_recorded, fmt::format("There is a file at {} already.", file.string()));
  }
  if (descriptor < 0) return cannot("make", file);
  ::close(descriptor);
  sync_folder(folder);
  return {};
}

void sync_folder(const std::filesystem::path& folder) { sync(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY); }

void sync_file(const std::filesystem::path& file) { sync(file, O_RDWR); }

}  // namespace review

#pragma once

#include <filesystem>
#include <vector>

namespace reviewd {

/// Where private folders are made: in the memory of the machine where it has such a file system, else among the
/// temporary files. The first that can be written is taken.
[[nodiscard]] std::vector<std::filesystem::path> private_places();

/// A folder for a while that nobody else opens. It goes at the end, with all in it; what a process that was killed left
/// behind, the next one removes (`remove_left_folders`), for it is locked no more. Throws std::system_error where none
/// can be made.
class PrivateFolder {
 public:
  PrivateFolder();
  explicit PrivateFolder(const std::filesystem::path& place);
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_{};
  int lock_ = -1;
};

/// Removes the private folders in this place that no process holds, and counts them: those with our kind of name that
/// belong to our user, are open to nobody else and are not locked. A link is left alone, and none is followed.
std::size_t remove_left_folders(const std::filesystem::path& place);

}  // namespace reviewd

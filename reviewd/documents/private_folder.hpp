#pragma once

#include <filesystem>

namespace reviewd {

/// A folder for a while that nobody else opens: in the memory of the machine where it has such a file system, else
/// among the temporary files. It goes at the end, with all in it. Throws std::system_error where none can be made.
class PrivateFolder {
 public:
  PrivateFolder();
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace reviewd

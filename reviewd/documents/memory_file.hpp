#pragma once

#include <string_view>

namespace reviewd {

/// A file in memory, for a program that wants a file: nothing of its content reaches a disk. Closed in every program
/// that is started, unless it is handed on.
class MemoryFile {
 public:
  /// Holds the content, to be read from its beginning.
  explicit MemoryFile(std::string_view content);
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { drop(); }

  /// Whether it could be made.
  [[nodiscard]] bool good() const { return descriptor_ >= 0; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  void drop();
  int descriptor_;
};

}  // namespace reviewd

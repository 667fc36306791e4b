#pragma once

#include <cstdint>
#include <filesystem>

namespace reviewd {

/// A file beside the store that holds room on its disk, `NAME.reserve`. When the disk is full it is given up, so that
/// what was shown can still be recorded, and is so still shown. One thread uses it.
class Reserve {
 public:
  /// Of so many bytes; nothing is made yet.
  Reserve(const std::filesystem::path& store, std::int64_t bytes);

  /// Makes the file, or what is missing of it, in blocks that are really taken. False where there is no room, and then
  /// there is no file.
  [[nodiscard]] bool make();
  /// Gives the room to whoever writes next. False where none is held.
  bool give_up();
  [[nodiscard]] bool is_held() const { return held_; }

 private:
  std::filesystem::path file_;
  std::int64_t bytes_;
  bool held_ = false;
};

}  // namespace reviewd

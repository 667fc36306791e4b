#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace review::crash_test {

/// What the disk does at the operation that it was told to fail at.
enum class Failure {
  full_once,  ///< that write finds the disk full; the next does not
  io_once,    ///< that write, sync or truncation fails; the next would not
  io_always,  ///< from there on each one fails
  power_cut,  ///< from there on nothing reaches the disk
};

/// A layer between SQLite and the real file system, the default one while it lives. It counts the operations that
/// change a file, fails one of them on demand, and knows which bytes were synced, so that a power cut can be played:
/// what was synced stays, of what was not any part may be there. Real syncs are left out, for speed. One at a time.
class FaultyDisk {
 public:
  FaultyDisk();
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  /// Fails the `at`-th operation from now, counted from 1.
  void fail(Failure failure, int at);
  /// Has the failure come about?
  [[nodiscard]] bool failed() const { return failed_; }
  /// Writes and syncs that were tried after the first one that failed.
  [[nodiscard]] int tried_after_failure() const { return tried_after_; }
  /// No more failures.
  void mend();
  /// With all files closed: gives them the content that they might have after the power cut; `seed` chooses.
  void come_back(std::uint32_t seed);

  // Called by the layer.
  struct Change {
    bool truncates = false;
    std::int64_t at = 0;  ///< where the bytes go, or the new length
    std::string bytes{};
  };
  struct File {
    std::string synced{};
    std::vector<Change> waiting{};
  };
  /// The code of SQLite that the operation fails with, or 0. `is_write`: it can find the disk full.
  [[nodiscard]] int outcome(int io_code, bool is_write);
  [[nodiscard]] bool without_power() const { return failed_ && failure_ == Failure::power_cut; }
  [[nodiscard]] std::map<std::string, File>& files() { return files_; }

 private:
  std::map<std::string, File> files_;
  Failure failure_ = Failure::io_once;
  int count_down_ = 0;
  bool failed_ = false;
  int tried_after_ = 0;
};

/// Makes the change to the content.
void make_change(const FaultyDisk::Change& change, std::string& content);

}  // namespace review::crash_test

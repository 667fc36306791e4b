#pragma once

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <memory>

#include "libreview/base/result.hpp"
#include "libreview/journal/head.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Copies a store that is in use, from its only connection, a few pages at a time: the storage thread takes a step
/// between commits, and what is committed meanwhile is in the copy. The copy is `<to>.partial` until `confirm_backup`
/// has read it. The store must outlive it.
class BackupCopy {
 public:
  /// `already-recorded` where there is a file at `to`. A partial copy that an earlier run left is replaced.
  static Result<BackupCopy> start(Store& store, const std::filesystem::path& to);
  BackupCopy(BackupCopy&&) noexcept = default;
  BackupCopy& operator=(BackupCopy&&) = delete;
  /// Removes the partial copy unless it is whole.
  ~BackupCopy();

  /// Copies at most `pages` pages of 4 KiB; true once all are copied. Not inside a transaction. `store_full` where the
  /// disk of the copy is full: the copy is over, the store untouched.
  Result<bool> step(int pages);
  /// What the copy will be confirmed against: the head when the last step was taken.
  [[nodiscard]] const Head& head() const { return head_; }

 private:
  BackupCopy(Store& store, std::filesystem::path partial);

  Store* store_;
  std::filesystem::path partial_;
  std::unique_ptr<SQLite::Database> copy_;
  std::unique_ptr<SQLite::Backup> backup_;
  Head head_;
  bool whole_ = false;
};

/// Opens the copy `<to>.partial` for itself, checks the file and the whole log in it against `head`, puts it on disk
/// and gives it its name. May run on any thread. A copy that does not hold is removed and refused as `read-only`.
Result<Head> confirm_backup(const std::filesystem::path& to, const Head& head);

/// The three steps at once, for a store that nobody waits for.
Result<Head> back_up(Store& store, const std::filesystem::path& to);

}  // namespace review

#include "libreview/journal/backup.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <stdexcept>

#include "libreview/journal/check.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/store/store_file.hpp"
#include "libreview/store/system_random.hpp"

namespace review {
namespace {

std::filesystem::path partial_of(const std::filesystem::path& to) {
  return std::filesystem::absolute(to) += ".partial";
}

void remove_copy(const std::filesystem::path& partial) {
  std::error_code ignored;
  for (const auto* end : {"", "-wal", "-shm", "-journal"}) {
    std::filesystem::remove(std::filesystem::path(partial) += end, ignored);
  }
}

Result<bool> copy_failed(const SQLite::Exception& error) {
  if (error.getErrorCode() == SQLITE_FULL) return refuse(Code::store_full, "There is no room for the backup.");
  return refuse(Code::read_only, fmt::format("The backup cannot be written: {}.", error.getErrorStr()));
}

/// The faults of a copy that lies beside, in one sentence, or the head that it has.
Result<Head> examine(const std::filesystem::path& partial, const Head& head) {
  auto opened = Store::open(partial);
  if (!opened) return refuse(std::move(opened.error()));
  SystemRandom random;
  SqliteJournal journal(**opened, random);
  const auto report = check(**opened, journal);
  if (!report.good()) return refuse(Code::read_only, fmt::format("The backup does not hold: {}.", report.says()));
  if (report.log.head != head) return refuse(Code::read_only, "The backup has another head than the store.");
  return report.log.head;
}

}  // namespace

BackupCopy::BackupCopy(Store& store, std::filesystem::path partial)
    : store_(&store),
      partial_(std::move(partial)),
      copy_(std::make_unique<SQLite::Database>(partial_.string(), SQLite::OPEN_READWRITE)),
      backup_(std::make_unique<SQLite::Backup>(*copy_, store.database())) {}

BackupCopy::~BackupCopy() {
  backup_.reset();
  copy_.reset();
  if (!whole_ && !partial_.empty()) remove_copy(partial_);
}

Result<BackupCopy> BackupCopy::start(Store& store, const std::filesystem::path& to) {
  if (std::filesystem::exists(std::filesystem::symlink_status(to))) {
    return refuse(Code::already_recorded, fmt::format("There is a file at {} already.", to.string()));
  }
  const auto partial = partial_of(to);
  remove_copy(partial);
  if (auto made = make_private_file(partial); !made) return refuse(std::move(made.error()));
  try {
    return BackupCopy(store, partial);
  } catch (const SQLite::Exception& error) {
    remove_copy(partial);
    return refuse(std::move(copy_failed(error).error()));
  }
}

Result<bool> BackupCopy::step(int pages) {
  if (store_->in_transaction()) throw std::logic_error("a backup takes its steps between transactions");
  if (whole_) return true;
  try {
    if (backup_->executeStep(pages) != SQLITE_DONE) return false;
  } catch (const SQLite::Exception& error) {
    return copy_failed(error);
  }
  backup_.reset();
  copy_.reset();
  whole_ = true;
  SystemRandom random;
  head_ = SqliteJournal(*store_, random).head();
  return true;
}

Result<Head> confirm_backup(const std::filesystem::path& to, const Head& head) {
  const auto partial = partial_of(to);
  auto held = examine(partial, head);
  if (!held) {
    remove_copy(partial);
    return held;
  }
  sync_file(partial);
  if (std::filesystem::exists(std::filesystem::symlink_status(to))) {
    return refuse(Code::already_recorded, fmt::format("There is a file at {} already.", to.string()));
  }
  std::filesystem::rename(partial, to);
  sync_folder(std::filesystem::absolute(to).parent_path());
  return held;
}

Result<Head> back_up(Store& store, const std::filesystem::path& to) {
  auto copy = BackupCopy::start(store, to);
  if (!copy) return refuse(std::move(copy.error()));
  const auto done = copy->step(-1);
  if (!done) return refuse(done.error());
  if (!*done) return refuse(Code::busy, "The store is busy: the backup did not come to its end.");
  return confirm_backup(to, copy->head());
}

}  // namespace review

#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "libreview/base/result.hpp"
#include "libreview/store/prepared.hpp"

namespace review {

/// One SQLite file and the only connection to it. Journal, views, tokens and settings share it, and so its
/// transactions. One thread uses it. Nobody else can open the file meanwhile: the lock is exclusive, because SQLite
/// before 3.51.3 may lose commits when a second connection checkpoints a log that the first one writes.
class Store {
 public:
  /// Opens a store that exists. Refusals: `not-found`; `busy` when another process holds it; `not-permitted` when
  /// others could read or change the file; `malformed` when it is no store; `read-only` when a newer release made it,
  /// or when it is damaged. Throws std::runtime_error if SQLite does not take one of the settings that durability rests
  /// on.
  static Result<std::unique_ptr<Store>> open(const std::filesystem::path& file);
  /// Makes a store, and its folder (0700) if need be; `already-recorded` where there is a file.
  static Result<std::unique_ptr<Store>> create(const std::filesystem::path& file, bool practice);
  /// Opens the store, or makes it. Asked for practice, a real store is refused (`not-permitted`); a practice store
  /// opens either way and stays one.
  static Result<std::unique_ptr<Store>> open_or_create(const std::filesystem::path& file, bool practice);
  /// For tests and previews: nothing on disk, the same tables and rules.
  [[nodiscard]] static std::unique_ptr<Store> in_memory(bool practice = false);

  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Marked so when it was made, for ever.
  [[nodiscard]] bool practice() const { return practice_; }
  /// Empty for a store in memory.
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }
  [[nodiscard]] SQLite::Database& database() { return database_; }
  /// 32 secret bytes, made with the store, for keyed digests.
  [[nodiscard]] const std::string& key() const { return key_; }

  /// A compiled statement; compiled once per text and kept.
  [[nodiscard]] Prepared prepare(std::string_view sql);

  /// BEGIN IMMEDIATE. Throws std::logic_error if a transaction is open. No savepoints: on a full disk SQLite rolls the
  /// whole transaction back, and the next savepoint would open one of its own.
  void begin();
  /// COMMIT: on disk when it returns a value. `store_full`: rolled back.
  Result<void> commit();
  void rollback() noexcept;
  [[nodiscard]] bool in_transaction() const;
  /// Throws std::logic_error unless a transaction is open.
  void require_transaction() const;

  /// Runs `work`, which returns a Result and writes. A full disk ends the transaction and is refused as `store_full`;
  /// a failing disk or a damaged file throws StoreBroken, and so does every later write. Other SQLite errors pass.
  template <class Work>
  [[nodiscard]] auto attempt(Work&& work) -> decltype(work()) {
    require_whole();
    try {
      return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
      return refuse(failed(error));
    }
  }
  /// `attempt` in a transaction of its own, or in the one that is open. A refusal rolls back the former only.
  template <class Work>
  [[nodiscard]] auto in_one_transaction(Work&& work) -> decltype(work()) {
    if (in_transaction()) return attempt(std::forward<Work>(work));
    begin();
    auto result = attempt_or_roll_back(std::forward<Work>(work));
    if (!result) {
      rollback();
      return result;
    }
    if (auto kept = commit(); !kept) return refuse(std::move(kept.error()));
    return result;
  }
  /// Runs `work`, which only reads; an SQLite error becomes StoreBroken.
  template <class Work>
  [[nodiscard]] auto reading(Work&& work) -> decltype(work()) {
    try {
      return std::forward<Work>(work)();
    } catch (const SQLite::Exception& error) {
      unreadable(error);
    }
  }

  /// Moves what is in the write-ahead log into the file and cuts the log to nothing. `begin` does the like whenever the
  /// log has grown; a failure of either is StoreBroken, a full disk is `store_full` and harmless.
  Result<void> checkpoint();
  /// Writes the whole file anew (VACUUM) and cuts the log to nothing, so that nothing deleted is left in either.
  /// `secure_delete` alone does not do it: when rows move between pages, copies stay behind in the free part of a page.
  /// Takes disk and memory of the size of the store, and a second or so for each 100 MB. Not inside a transaction.
  Result<void> scrub();

 private:
  Store(const std::filesystem::path& file, int flags);
  static Result<std::unique_ptr<Store>> reach(const std::filesystem::path& file, bool may_create, bool practice);
  void load_marks();
  void require_whole() const;
  /// SQLITE_OK, or SQLITE_FULL or SQLITE_BUSY, which leave the log as it is.
  [[nodiscard]] int checkpoint_now(int mode);
  [[nodiscard]] Refusal failed(const SQLite::Exception& error);
  [[noreturn]] void unreadable(const SQLite::Exception& error);
  template <class Work>
  [[nodiscard]] auto attempt_or_roll_back(Work&& work) -> decltype(work()) {
    try {
      return attempt(std::forward<Work>(work));
    } catch (...) {
      rollback();
      throw;
    }
  }

  std::filesystem::path file_;
  SQLite::Database database_;
  std::map<std::string, Prepared::Shelf, std::less<>> shelves_;  // after the database: finalised before it closes
  bool practice_ = false;
  bool broken_ = false;
  int log_pages_ = 0;
  std::string key_;
};

}  // namespace review

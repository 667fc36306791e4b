#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/journal/transaction.hpp"

namespace review::journal_test {

/// Counts: the bytes 00, 01, 02 and so on, around and around.
class CountingRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (auto& byte : bytes) byte = next_++;
  }

 private:
  std::uint8_t next_ = 0;
};

/// A folder of our own, removed at the end.
class Folder {
 public:
  Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "review-journal-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The next entry of a record, whose id is made of record and version.
inline NewEntry entry_of(const std::string& record, int version) {
  NewEntry entry;
  entry.record = record;
  entry.entry = "e" + record.substr(record.find('/') + 1) + "-" + std::to_string(version);
  entry.kind = version == 1 ? "incidentLogged" : "noteAdded";
  entry.recorded_time = "2026-04-02T16:00:00.000Z";
  entry.actor = "people/a-coordinator";
  entry.open = R"({"occurredOn":"2026-04-02","number":)" + std::to_string(version) + "}";
  entry.sealed = R"({"note":"invented words )" + record + " " + std::to_string(version) + R"("})";
  entry.expected_version = version - 1;
  return entry;
}

/// Appends one entry in a transaction of its own.
inline StoredEntry add(Journal& journal, const NewEntry& entry) {
  Transaction transaction(journal);
  auto stored = journal.append(entry);
  REQUIRE(stored);
  REQUIRE(transaction.commit());
  return *stored;
}

/// Appends `count` entries to three records in turn, in one transaction.
inline void fill(Journal& journal, int count) {
  const char* const records[] = {"cases/26-0001", "cases/26-0002", "meetings/spring"};
  Transaction transaction(journal);
  for (auto number = 0; number < count; ++number) {
    const auto* const record = records[number % 3];
    REQUIRE(journal.append(entry_of(record, journal.version(record) + 1)));
  }
  REQUIRE(transaction.commit());
}

inline Verification verify_all(Journal& journal) { return journal.verify(1, std::numeric_limits<std::int64_t>::max()); }

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// A store in a file of its own folder, with its journal; `reopen` closes it first.
struct OnDisk {
  Folder folder;
  CountingRandom random;
  std::unique_ptr<Store> store;
  std::unique_ptr<SqliteJournal> journal;

  OnDisk() { reopen(); }
  [[nodiscard]] std::filesystem::path file() const { return folder / "store.db"; }
  void close() {
    journal.reset();
    store.reset();
  }
  void reopen() {
    close();
    auto opened = Store::open_or_create(file(), false);
    REQUIRE(opened);
    store = std::move(*opened);
    journal = std::make_unique<SqliteJournal>(*store, random);
  }
  /// Closes the store and runs SQL on the file as somebody would who has its bytes: without triggers or references.
  void tamper(const std::string& sql) {
    close();
    SQLite::Database raw(file().string(), SQLite::OPEN_READWRITE);
    for (const auto* trigger : {"entries_grow", "entries_stay", "entries_remain", "sealed_grow", "sealed_stay",
                                "nodes_grow", "nodes_stay", "nodes_remain"}) {
      raw.exec(std::string("DROP TRIGGER IF EXISTS ") + trigger);
    }
    raw.exec("PRAGMA ignore_check_constraints=ON");
    raw.exec(sql);
  }
};

/// A store in memory with its journal.
struct InMemory {
  CountingRandom random;
  std::unique_ptr<Store> store = Store::in_memory();
  SqliteJournal journal{*store, random};
};

}  // namespace review::journal_test

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

/// The code with which the store is refused; fails the test if it opens.
Code refusal_of(const Result<std::unique_ptr<Store>>& store) {
  REQUIRE_FALSE(store);
  CHECK(store.error().says.size() > 20);
  return store.error().code;
}

int mode_of(const std::filesystem::path& path) {
  struct stat found {};
  REQUIRE(::stat(path.c_str(), &found) == 0);
  return static_cast<int>(found.st_mode & 07777);
}

TEST_CASE("A store is made for its owner alone, in a folder of the same kind", "[unit][journal]") {
  Folder folder;
  const auto file = folder / "inner" / "store.db";
  {
    const auto store = Store::create(file, false);
    REQUIRE(store);
    CHECK(mode_of(file) == 0600);
    CHECK(mode_of(file.parent_path()) == 0700);
    SqliteJournal journal(**store, *std::make_unique<CountingRandom>());
    CHECK((*store)->file() == file);
    if (std::filesystem::exists(file.string() + "-wal")) CHECK(mode_of(file.string() + "-wal") == 0600);
    CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
  }
  CHECK(refusal_of(Store::create(file, false)) == Code::already_recorded);
  CHECK(Store::open(file));
  CHECK(refusal_of(Store::open(folder / "other.db")) == Code::not_found);
  CHECK(refusal_of(Store::create(folder / "a/b/c/store.db", false)) == Code::not_permitted);
}

TEST_CASE("A store that others may read or replace is refused in words", "[unit][journal]") {
  Folder folder;
  const auto file = folder / "store.db";
  REQUIRE(Store::create(file, false));
  for (const auto mode : {0640, 0604, 0660}) {
    REQUIRE(::chmod(file.c_str(), static_cast<mode_t>(mode)) == 0);
    const auto store = Store::open_or_create(file, false);
    CHECK(refusal_of(store) == Code::not_permitted);
    CHECK_THAT(store.error().says, Catch::Contains("chmod 600"));
  }
  REQUIRE(::chmod(file.c_str(), 0600) == 0);
  REQUIRE(::chmod(file.parent_path().c_str(), 0777) == 0);
  CHECK(refusal_of(Store::open(file)) == Code::not_permitted);
  REQUIRE(::chmod(file.parent_path().c_str(), 0700) == 0);
  std::filesystem::create_symlink(file, folder / "link.db");
  CHECK(refusal_of(Store::open(folder / "link.db")) == Code::not_permitted);
  if (::geteuid() == 0) {
    REQUIRE(::chown(file.c_str(), 12345, 12345) == 0);
    CHECK(refusal_of(Store::open(file)) == Code::not_permitted);
  }
}

TEST_CASE("Practice is a mark for ever", "[unit][journal]") {
  Folder folder;
  REQUIRE(Store::create(folder / "real.db", false));
  REQUIRE(Store::open_or_create(folder / "practice.db", true));
  CHECK_FALSE(Store::open(folder / "real.db").value()->practice());
  CHECK(Store::open(folder / "practice.db").value()->practice());
  CHECK(Store::open_or_create(folder / "practice.db", false).value()->practice());
  CHECK(refusal_of(Store::open_or_create(folder / "real.db", true)) == Code::not_permitted);
  CHECK(Store::in_memory(true)->practice());
  CHECK_FALSE(Store::in_memory()->practice());
}

TEST_CASE("A second opener is refused, in this process and in another", "[unit][journal]") {
  OnDisk disk;
  CHECK(refusal_of(Store::open(disk.file())) == Code::busy);
  CHECK(refusal_of(Store::open_or_create(disk.file(), false)) == Code::busy);
  const auto child = ::fork();
  if (child == 0) {
    const auto store = Store::open(disk.file());
    ::_exit(!store && store.error().code == Code::busy ? 0 : 1);
  }
  int status = 1;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  fill(*disk.journal, 3);
  disk.close();
  CHECK(Store::open(disk.file()));
}

TEST_CASE("Neither a plain reader nor a plain writer gets in while the store is open", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 3);
  SQLite::Database other(disk.file().string(), SQLite::OPEN_READWRITE);
  CHECK_THROWS_AS(other.exec("SELECT count(*) FROM entries"), SQLite::Exception);
  CHECK_THROWS_AS(other.exec("CREATE TABLE x(y)"), SQLite::Exception);
}

TEST_CASE("A store of a newer release is refused in words and left alone", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 3);
  disk.tamper("PRAGMA user_version=999");
  const auto before = bytes_of(disk.file());
  const auto store = Store::open(disk.file());
  CHECK(refusal_of(store) == Code::read_only);
  CHECK_THAT(store.error().says, Catch::Contains("newer release") && Catch::Contains("999"));
  CHECK(bytes_of(disk.file()) == before);
}

TEST_CASE("What is no store is refused and left alone", "[unit][journal]") {
  Folder folder;
  const auto write = [](const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
    REQUIRE(::chmod(file.c_str(), 0600) == 0);
  };
  write(folder / "text.db",
        "This is a letter, and no store. It is long enough to hold the header of a database file, "
        "one hundred bytes, and then some more.");
  CHECK(refusal_of(Store::open_or_create(folder / "text.db", false)) == Code::malformed);
  write(folder / "empty.db", "");
  CHECK(refusal_of(Store::open(folder / "empty.db")) == Code::malformed);
  {
    write(folder / "other.db", "");
    SQLite::Database other((folder / "other.db").string(), SQLite::OPEN_READWRITE);
    other.exec("CREATE TABLE accounts(id)");
  }
  CHECK(refusal_of(Store::open_or_create(folder / "other.db", false)) == Code::malformed);
  CHECK(refusal_of(Store::open(folder / ".")) == Code::not_permitted);
}

TEST_CASE("A file that was only begun is finished", "[unit][journal]") {
  Folder folder;
  std::ofstream(folder / "store.db").flush();
  REQUIRE(::chmod((folder / "store.db").c_str(), 0600) == 0);
  CHECK(Store::open_or_create(folder / "store.db", false));
  CHECK(Store::open(folder / "store.db"));
}

TEST_CASE("A name that looks like an SQLite address is a plain file name", "[unit][journal]") {
  Folder folder;
  const auto file = folder / "file:x?immutable=1";
  REQUIRE(Store::create(file, false));
  CHECK(std::filesystem::exists(file));
}

TEST_CASE("The settings that durability rests on are in force", "[unit][journal]") {
  OnDisk disk;
  const auto reads = [&](const char* pragma) {
    return disk.store->database().execAndGet(std::string("PRAGMA ") + pragma).getString();
  };
  CHECK(reads("journal_mode") == "wal");
  CHECK(reads("synchronous") == "2");
  CHECK(reads("locking_mode") == "exclusive");
  CHECK(reads("mmap_size") == "0");
  CHECK(reads("foreign_keys") == "1");
  CHECK(reads("trusted_schema") == "0");
  CHECK(reads("recursive_triggers") == "1");
  CHECK(reads("cell_size_check") == "1");
  CHECK(reads("secure_delete") == "1");
  CHECK(reads("application_id") == std::to_string(0x72767731));
  CHECK(reads("user_version") == "19");
}

TEST_CASE("Every table is strict", "[unit][journal]") {
  const auto store = Store::in_memory();
  auto rows = store->prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 "
      "AND name NOT LIKE 'sqlite_%'");
  CHECK_FALSE(rows.step());
}

TEST_CASE("The write-ahead log does not grow without end", "[unit][journal]") {
  OnDisk disk;
  for (auto group = 0; group < 40; ++group) fill(*disk.journal, 100);
  CHECK(std::filesystem::file_size(disk.file().string() + "-wal") < 8'000'000);
  REQUIRE(disk.store->checkpoint());
  CHECK(std::filesystem::file_size(disk.file().string() + "-wal") == 0);
  CHECK(verify_all(*disk.journal).checked == 4000);
}

TEST_CASE("On a full store the transaction is dropped, what is stored can be read, and room mends it",
          "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 10);
  const auto head = memory.journal.head();
  const auto pages = memory.store->database().execAndGet("PRAGMA page_count").getInt();
  memory.store->database().exec("PRAGMA max_page_count=" + std::to_string(pages + 2));
  auto big = entry_of("cases/26-0007", 2);
  big.sealed.assign(100'000, 'x');
  {
    Transaction transaction(memory.journal);
    REQUIRE(memory.journal.append(entry_of("cases/26-0007", 1)));
    const auto full = memory.journal.append(big);
    REQUIRE_FALSE(full);
    CHECK(full.error().code == Code::store_full);
    CHECK_THROWS_AS(memory.journal.append(entry_of("cases/26-0007", 1)), std::logic_error);
  }
  CHECK(memory.journal.head() == head);
  CHECK(memory.journal.read("cases/26-0001").size() == 4);
  memory.store->database().exec("PRAGMA max_page_count=1000000");
  add(memory.journal, entry_of("cases/26-0007", 1));
  add(memory.journal, big);
  CHECK(verify_all(memory.journal).checked == 12);
}

}  // namespace
}  // namespace review::journal_test

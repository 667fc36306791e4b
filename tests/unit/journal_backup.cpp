#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "libreview/journal/backup.hpp"
#include "libreview/journal/check.hpp"
#include "libreview/registers/tokens.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

/// The head of the store at `file`, which must pass every check.
Head checked_head(const std::filesystem::path& file, Random& random) {
  const auto store = Store::open(file);
  REQUIRE(store);
  SqliteJournal journal(**store, random);
  const auto report = check(**store, journal);
  CHECK(report.says().empty());
  return report.log.head;
}

TEST_CASE("A backup is a store of its own with the same head", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 50);
  const auto head = back_up(*disk.store, disk.folder / "copy.db");
  REQUIRE(head);
  CHECK(*head == disk.journal->head());
  CHECK(checked_head(disk.folder / "copy.db", disk.random) == *head);
  CHECK_FALSE(std::filesystem::exists(disk.folder / "copy.db.partial"));
  CHECK_FALSE(std::filesystem::exists(disk.folder / "copy.db-wal"));
  fill(*disk.journal, 5);
  CHECK(disk.journal->verify_against(*head).good());
}

TEST_CASE("Entries go on being taken while a backup is made, and are in it", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 300);
  auto copy = BackupCopy::start(*disk.store, disk.folder / "copy.db");
  REQUIRE(copy);
  auto steps = 0;
  for (;;) {
    const auto done = copy->step(5);
    REQUIRE(done);
    if (*done) break;
    if (++steps < 20) fill(*disk.journal, 3);
  }
  CHECK(steps > 5);
  const auto head = copy->head();
  CHECK(head == disk.journal->head());
  fill(*disk.journal, 3);
  CHECK(confirm_backup(disk.folder / "copy.db", head).value() == head);
  CHECK(checked_head(disk.folder / "copy.db", disk.random) == head);
}

TEST_CASE("A backup never takes the place of a file", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 3);
  std::ofstream(disk.folder / "copy.db") << "something else";
  CHECK(back_up(*disk.store, disk.folder / "copy.db").error().code == Code::already_recorded);
  CHECK(bytes_of(disk.folder / "copy.db") == "something else");
  CHECK(back_up(*disk.store, disk.file()).error().code == Code::already_recorded);
  CHECK(back_up(*disk.store, disk.folder / "no/such/folder/copy.db").error().code == Code::not_permitted);
}

TEST_CASE("A backup that was not finished leaves nothing behind", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 300);
  {
    auto copy = BackupCopy::start(*disk.store, disk.folder / "copy.db");
    REQUIRE(copy);
    REQUIRE(copy->step(2));
    CHECK(std::filesystem::exists(disk.folder / "copy.db.partial"));
  }
  CHECK_FALSE(std::filesystem::exists(disk.folder / "copy.db.partial"));
  CHECK(back_up(*disk.store, disk.folder / "copy.db"));
}

TEST_CASE("A backup that does not hold is removed and never gets its name", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 30);
  const auto to = disk.folder / "copy.db";
  const auto copied = [&] {
    auto copy = BackupCopy::start(*disk.store, to);
    REQUIRE(copy);
    REQUIRE(copy->step(-1).value());
    return copy->head();
  };
  const auto partial = to.string() + ".partial";
  SECTION("a changed byte") {
    const auto head = copied();
    auto bytes = bytes_of(partial);
    bytes[bytes.find("invented words")] = 'I';
    std::ofstream(partial, std::ios::binary) << bytes;
    const auto held = confirm_backup(to, head);
    REQUIRE_FALSE(held);
    CHECK(held.error().code == Code::read_only);
  }
  SECTION("another head") {
    auto head = copied();
    ++head.size;
    CHECK_FALSE(confirm_backup(to, head));
  }
  SECTION("half a file") {
    const auto head = copied();
    std::filesystem::resize_file(partial, std::filesystem::file_size(partial) / 2);
    CHECK_FALSE(confirm_backup(to, head));
  }
  CHECK_FALSE(std::filesystem::exists(partial));
  CHECK_FALSE(std::filesystem::exists(to));
}

TEST_CASE("A check reads the whole file", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 30);
  CHECK(check(*disk.store, *disk.journal).good());
  disk.tamper("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name = 'settings_newest'");
  disk.reopen();
  const auto report = check(*disk.store, *disk.journal);
  CHECK_FALSE(report.good());
  CHECK(report.log.good());
  CHECK_FALSE(report.says().empty());
}

TEST_CASE("A check finds a row that refers to nothing", "[unit][journal]") {
  OnDisk disk;
  Tokens(*disk.store, disk.random).issue({"a", "reader", "people/a"}, Instant{}).value();
  disk.tamper("DELETE FROM people");
  disk.reopen();
  CHECK_THAT(check(*disk.store, *disk.journal).says(), Catch::Contains("tokens"));
}

}  // namespace
}  // namespace review::journal_test

#include <catch2/catch.hpp>

#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/check.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

struct Change {
  const char* sql;
  std::int64_t seq;  ///< the first bad entry
  const char* says;
};

/// Each column once, then what can be done to whole rows. Entry 5 is version 2 of cases/26-0002.
const Change changes[] = {
    {"UPDATE entries SET seq = 99 WHERE seq = 5", 5, "missing"},
    {"UPDATE entries SET record = 'cases/26-0003' WHERE seq = 5", 5, "another record"},
    {"UPDATE entries SET version = 7 WHERE seq = 5", 5, "another version"},
    {"UPDATE entries SET entry = 'e26-0002-x' WHERE seq = 5", 5, "another entry id"},
    {"UPDATE entries SET leaf = replace(leaf, 'noteAdded', 'noteAddee') WHERE seq = 5", 5, "hash in the tree"},
    {"UPDATE entries SET leaf = '' WHERE seq = 5", 5, "hash in the tree"},
    {"UPDATE entries SET open = replace(open, '2026', '2027') WHERE seq = 5", 5, "open part"},
    {"UPDATE entries SET open_salt = zeroblob(16) WHERE seq = 5", 5, "open part"},
    {"UPDATE entries SET open_salt = x'', open = CAST(open_salt AS TEXT) || open WHERE seq = 5", 5, "open part"},
    {"UPDATE sealed SET sealed = replace(sealed, 'invented', 'Invented') WHERE seq = 5", 5, "sealed part"},
    {"UPDATE sealed SET salt = zeroblob(16) WHERE seq = 5", 5, "sealed part"},
    {"UPDATE sealed SET seq = 50 WHERE seq = 5", 10, "cut off its end"},
    {"UPDATE nodes SET hash = zeroblob(32) WHERE level = 0 AND idx = 4", 5, "hash in the tree"},
    {"UPDATE nodes SET hash = zeroblob(32) WHERE level = 1 AND idx = 2", 6, "2 leaves"},
    {"UPDATE nodes SET hash = zeroblob(32) WHERE level = 3 AND idx = 0", 8, "8 leaves"},
    {"UPDATE nodes SET level = 9 WHERE level = 2 AND idx = 1", 8, "lost the hash"},
    {"UPDATE nodes SET idx = 77 WHERE level = 1 AND idx = 0", 2, "lost the hash"},
    {"DELETE FROM entries WHERE seq = 5", 5, "missing"},
    {"DELETE FROM entries WHERE seq = 1", 1, "missing"},
    {"DELETE FROM entries WHERE seq = 9; DELETE FROM sealed WHERE seq = 9", 9, "cut off its end"},
    {"DELETE FROM nodes WHERE level = 0 AND idx = 8", 9, "hash in the tree"},
    {"DELETE FROM nodes WHERE level = 3", 8, "lost the hash"},
    {"INSERT INTO nodes VALUES (4, 0, zeroblob(32))", 9, "do not belong"},
    {"UPDATE entries SET seq = -1 WHERE seq = 5; UPDATE entries SET seq = 5 WHERE seq = 6;"
     "UPDATE entries SET seq = 6 WHERE seq = -1",
     5, "hash in the tree"},
};

TEST_CASE("Verifying names the first entry that does not hold, and why", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 9);
  REQUIRE(verify_all(*disk.journal).checked == 9);
  const auto& change = GENERATE(from_range(std::begin(changes), std::end(changes)));
  CAPTURE(change.sql);
  disk.tamper(change.sql);
  disk.reopen();
  const auto found = verify_all(*disk.journal);
  REQUIRE(found.bad);
  CHECK(found.bad->seq == change.seq);
  CHECK_THAT(found.bad->says, Catch::Contains(change.says));
  CHECK_FALSE(check(*disk.store, *disk.journal).good());
}

TEST_CASE("An entry that was altered is not handed out", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 9);
  const auto* sql = GENERATE("UPDATE entries SET open = replace(open, '2026', '2027') WHERE seq = 5",
                             "UPDATE sealed SET sealed = 'x' WHERE seq = 5",
                             "UPDATE entries SET leaf = replace(leaf, 'people', 'People') WHERE seq = 5",
                             "UPDATE nodes SET hash = zeroblob(32) WHERE level = 0 AND idx = 4");
  CAPTURE(sql);
  disk.tamper(sql);
  disk.reopen();
  CHECK_THROWS_AS(disk.journal->read("cases/26-0002"), AlteredEntry);
  CHECK_THROWS_AS(disk.journal->find("cases/26-0002", "e26-0002-2"), AlteredEntry);
  CHECK_THROWS_AS(disk.journal->since(0, 100), AlteredEntry);
  CHECK(disk.journal->read("cases/26-0001").size() == 3);
}

TEST_CASE("A record or a log with a gap is not handed out", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 9);
  disk.tamper("DELETE FROM entries WHERE seq = 5");
  disk.reopen();
  CHECK_THROWS_AS(disk.journal->read("cases/26-0002"), AlteredEntry);
  CHECK_THROWS_AS(disk.journal->page("cases/26-0002", 1, 5), AlteredEntry);
  CHECK_THROWS_AS(disk.journal->since(4, 2), AlteredEntry);
  CHECK(disk.journal->page("cases/26-0002", 2, 5).size() == 1);
}

TEST_CASE("A part of the log is verified by itself", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 9);
  disk.tamper("UPDATE entries SET open = '{}' WHERE seq = 5");
  disk.reopen();
  CHECK(disk.journal->verify(1, 4).checked == 4);
  CHECK(disk.journal->verify(1, 4).good());
  CHECK(disk.journal->verify(6, 9).good());
  CHECK(disk.journal->verify(10, 99).checked == 0);
  CHECK(disk.journal->verify(10, 99).good());
  CHECK(disk.journal->verify(4, 9).bad->seq == 5);
  CHECK(disk.journal->verify(4, 9).bad->record == "cases/26-0002");
}

TEST_CASE("A log is verified against a head that somebody kept", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 5);
  const auto kept = disk.journal->head();
  const auto short_copy = bytes_of(disk.file());
  fill(*disk.journal, 7);
  CHECK(disk.journal->verify_against(kept).good());
  const auto later = disk.journal->head();
  auto forged = kept;
  forged.root_hex = later.root_hex;
  CHECK_THAT(disk.journal->verify_against(forged).bad->says, Catch::Contains("not those"));
  CHECK(disk.journal->verify_against(Head{0, to_hex(sha256({}))}).good());

  InMemory shorter;
  fill(shorter.journal, 5);
  const auto missing = shorter.journal.verify_against(later);
  REQUIRE(missing.bad);
  CHECK(missing.bad->seq == 6);
  CHECK_THAT(missing.bad->says, Catch::Contains("12 entries"));
}

TEST_CASE("An empty log verifies", "[unit][journal]") {
  InMemory memory;
  CHECK(verify_all(memory.journal).good());
  CHECK(memory.journal.head() == Head{0, to_hex(sha256({}))});
}

TEST_CASE("A rewritten log that verifies by itself does not match the head", "[unit][journal]") {
  InMemory one;
  InMemory other;
  fill(one.journal, 5);
  auto entry = entry_of("cases/26-0001", 1);
  entry.open = R"({"occurredOn":"2026-04-01"})";
  add(other.journal, entry);
  for (auto version = 2; version <= 5; ++version) add(other.journal, entry_of("cases/26-0001", version));
  CHECK(verify_all(other.journal).good());
  CHECK_FALSE(other.journal.verify_against(one.journal.head()).good());
}

/// One bit at a time over the whole file. Whatever the flip does to an entry, `verify` reports it or the file does not
/// open; and nothing that is read differs from what was appended.
TEST_CASE("No flipped bit passes as a record", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 12);
  const auto appended = disk.journal->since(0, 100);
  const auto head = disk.journal->head();
  disk.close();
  const auto whole = bytes_of(disk.file());
  auto unnoticed = 0;
  std::uint32_t place = 12345;
  for (auto flip = 0; flip < 400; ++flip) {
    place = place * 1664525 + 1013904223;
    auto bytes = whole;
    bytes[(place >> 3) % bytes.size()] ^= static_cast<char>(1 << (place & 7));
    std::ofstream(disk.file(), std::ios::binary) << bytes;
    try {
      auto store = Store::open(disk.file());
      if (!store) continue;
      SqliteJournal journal(**store, disk.random);
      if (!journal.verify_against(head).good()) continue;
      const auto read = journal.since(0, 100);
      for (std::size_t at = 0; at < appended.size(); ++at) {
        const auto same = read.size() == appended.size() && read[at].open == appended[at].open &&
                          read[at].leaf == appended[at].leaf && read[at].sealed == appended[at].sealed &&
                          !read[at].erased;
        if (!same) ++unnoticed;
      }
    } catch (const std::runtime_error&) {
      continue;
    }
  }
  CHECK(unnoticed == 0);
}

}  // namespace
}  // namespace review::journal_test

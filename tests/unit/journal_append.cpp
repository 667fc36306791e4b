#include <catch2/catch.hpp>

#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

TEST_CASE("What was appended is read back byte for byte, also after the store was closed", "[unit][journal]") {
  OnDisk disk;
  auto entry = entry_of("cases/26-0001", 1);
  entry.open = std::string("{\"zero\":\"\0\",\"accents\":\"\xc3\xa9\"}", 27);
  entry.sealed.clear();
  const auto stored = add(*disk.journal, entry);
  CHECK(stored.seq == 1);
  CHECK(stored.version == 1);
  const auto head = disk.journal->head();
  disk.reopen();
  const auto read = disk.journal->read("cases/26-0001");
  REQUIRE(read.size() == 1);
  CHECK(read[0].open == entry.open);
  CHECK(read[0].sealed.empty());
  CHECK_FALSE(read[0].erased);
  CHECK(read[0].leaf == stored.leaf);
  CHECK(read[0].kind == "incidentLogged");
  CHECK(read[0].actor == "people/a-coordinator");
  CHECK(read[0].recorded_time == "2026-04-02T16:00:00.000Z");
  CHECK(disk.journal->head() == head);
  CHECK(verify_all(*disk.journal).good());
}

TEST_CASE("A record is read by name, by page and by entry; the log in its order", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 10);
  CHECK(memory.journal.version("cases/26-0001") == 4);
  CHECK(memory.journal.version("cases/26-0009") == 0);
  CHECK(memory.journal.read("cases/26-0001").size() == 4);
  CHECK(memory.journal.read("cases/26-0009").empty());
  const auto page = memory.journal.page("cases/26-0001", 1, 2);
  REQUIRE(page.size() == 2);
  CHECK(page[0].version == 2);
  CHECK(memory.journal.page("cases/26-0001", 4, 2).empty());
  CHECK(memory.journal.find("cases/26-0002", "e26-0002-3")->seq == 8);
  CHECK_FALSE(memory.journal.find("cases/26-0001", "e26-0002-3"));
  CHECK_FALSE(memory.journal.find("cases/26-0001", "nothing"));
  const auto log = memory.journal.since(7, 2);
  REQUIRE(log.size() == 2);
  CHECK(log[0].seq == 8);
  CHECK(log[1].seq == 9);
  CHECK(memory.journal.since(10, 5).empty());
}

TEST_CASE("Records are listed by prefix, page by page", "[unit][journal]") {
  InMemory memory;
  using Names = std::vector<std::string>;
  CHECK(memory.journal.records("cases/", "", 10).empty());
  fill(memory.journal, 9);
  add(memory.journal, entry_of("cases", 1));
  add(memory.journal, entry_of("cases/26-0010", 1));
  CHECK(memory.journal.records("cases/", "", 2) == Names{"cases/26-0001", "cases/26-0002"});
  CHECK(memory.journal.records("cases/", "cases/26-0002", 2) == Names{"cases/26-0010"});
  CHECK(memory.journal.records("cases/", "cases/26-0010", 2).empty());
  CHECK(memory.journal.records("cases", "", 1) == Names{"cases"});
  CHECK(memory.journal.records("", "", 10).size() == 5);
  CHECK(memory.journal.records("programmes/", "", 10).empty());
  CHECK(memory.journal.records("", "", 0).empty());
}

TEST_CASE("An append on another version is stale and leaves the transaction as it was", "[unit][journal]") {
  InMemory memory;
  add(memory.journal, entry_of("cases/26-0001", 1));
  Transaction transaction(memory.journal);
  const auto stale = memory.journal.append(entry_of("cases/26-0001", 1));
  REQUIRE_FALSE(stale);
  CHECK(stale.error().code == Code::stale);
  CHECK(memory.journal.append(entry_of("cases/26-0001", 3)).error().code == Code::stale);
  CHECK(memory.journal.append(entry_of("cases/26-0001", 2)));
  REQUIRE(transaction.commit());
  CHECK(memory.journal.head().size == 2);
  CHECK(verify_all(memory.journal).good());
}

TEST_CASE("A group of appends is kept or dropped as one", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 5);
  const auto before = disk.journal->head();
  {
    Transaction transaction(*disk.journal);
    for (auto version = 1; version <= 20; ++version) REQUIRE(disk.journal->append(entry_of("cases/26-0005", version)));
    CHECK(disk.journal->head().size == 25);
    CHECK(disk.journal->next_number("cases/2026").value() == 1);
  }
  CHECK(disk.journal->head() == before);
  CHECK(disk.journal->version("cases/26-0005") == 0);
  disk.reopen();
  CHECK(disk.journal->head() == before);
  CHECK(verify_all(*disk.journal).checked == 5);
}

TEST_CASE("An entry id that was used before breaks the append, and a rollback mends it", "[unit][journal]") {
  InMemory memory;
  add(memory.journal, entry_of("cases/26-0001", 1));
  auto again = entry_of("cases/26-0002", 1);
  again.entry = "e26-0001-1";
  {
    Transaction transaction(memory.journal);
    CHECK_THROWS(memory.journal.append(again));
  }
  CHECK(memory.journal.head().size == 1);
  CHECK(verify_all(memory.journal).good());
}

TEST_CASE("Writes need a transaction, and there is one at a time", "[unit][journal]") {
  InMemory memory;
  CHECK_THROWS_AS(memory.journal.append(entry_of("cases/26-0001", 1)), std::logic_error);
  CHECK_THROWS_AS(memory.journal.next_number("x"), std::logic_error);
  CHECK_THROWS_AS(memory.journal.commit(), std::logic_error);
  Transaction transaction(memory.journal);
  CHECK_THROWS_AS(memory.journal.begin(), std::logic_error);
  CHECK_THROWS_AS(memory.journal.scrub(), std::logic_error);
}

TEST_CASE("Numbers count up for each name, and a rollback gives them back", "[unit][journal]") {
  InMemory memory;
  {
    Transaction transaction(memory.journal);
    CHECK(memory.journal.next_number("cases/2026").value() == 1);
    CHECK(memory.journal.next_number("cases/2026").value() == 2);
    CHECK(memory.journal.next_number("cases/2027").value() == 1);
    REQUIRE(transaction.commit());
  }
  {
    Transaction transaction(memory.journal);
    CHECK(memory.journal.next_number("cases/2026").value() == 3);
  }
  Transaction transaction(memory.journal);
  CHECK(memory.journal.next_number("cases/2026").value() == 3);
}

TEST_CASE("A head of every size is that of the log as it then was, and proofs lead there", "[unit][journal]") {
  InMemory memory;
  std::vector<Head> heads{memory.journal.head()};
  for (auto version = 1; version <= 20; ++version) {
    add(memory.journal, entry_of("cases/26-0001", version));
    heads.push_back(memory.journal.head());
  }
  for (std::int64_t size = 0; size <= 20; ++size) {
    CHECK(memory.journal.head_at(size) == heads[size]);
    CHECK(memory.journal.verify_against(heads[size]).good());
  }
  CHECK_FALSE(memory.journal.head_at(21));
  CHECK_FALSE(memory.journal.head_at(-1));
  CHECK(memory.journal.inclusion(3, 20).size() == 5);
  CHECK_THROWS_AS(memory.journal.inclusion(3, 21), std::out_of_range);
  CHECK_THROWS_AS(memory.journal.inclusion(0, 20), std::out_of_range);
  CHECK(memory.journal.consistency(8, 20).size() == 2);
  CHECK_THROWS_AS(memory.journal.consistency(8, 21), std::out_of_range);
}

}  // namespace
}  // namespace review::journal_test

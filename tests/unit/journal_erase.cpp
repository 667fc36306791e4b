#include <catch2/catch.hpp>

#include "libreview/journal/merkle_proof.hpp"
#include "libreview/journal/merkle_tree.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

bool in_files(const OnDisk& disk, const std::string& words) {
  for (const auto& file : std::filesystem::directory_iterator(disk.file().parent_path())) {
    if (bytes_of(file.path()).find(words) != std::string::npos) return true;
  }
  return false;
}

void erase_one(Journal& journal, const std::string& record, const std::string& entry) {
  Transaction transaction(journal);
  REQUIRE(journal.erase(record, entry));
  REQUIRE(transaction.commit());
}

TEST_CASE("Erasing takes the words and the salt, and leaves every digest and proof", "[unit][journal]") {
  OnDisk disk;
  fill(*disk.journal, 9);
  const auto head = disk.journal->head();
  const auto before = *disk.journal->find("cases/26-0002", "e26-0002-2");
  const auto proof = disk.journal->inclusion(5, 9);
  REQUIRE(in_files(disk, "invented words cases/26-0002 2"));
  erase_one(*disk.journal, "cases/26-0002", "e26-0002-2");
  REQUIRE(disk.journal->scrub());
  CHECK_FALSE(in_files(disk, "invented words cases/26-0002 2"));
  CHECK(in_files(disk, "invented words cases/26-0002 3"));

  const auto after = disk.journal->find("cases/26-0002", "e26-0002-2");
  REQUIRE(after);
  CHECK(after->erased);
  CHECK(after->sealed.empty());
  CHECK(after->open == before.open);
  CHECK(after->leaf == before.leaf);
  CHECK(disk.journal->read("cases/26-0002").size() == 3);
  CHECK(disk.journal->head() == head);
  CHECK(proves_inclusion(leaf_hash(after->leaf), 4, 9, proof, *digest_from_hex(head.root_hex)));
  const auto found = disk.journal->verify_against(head);
  CHECK(found.good());
  CHECK(found.checked == 9);
  CHECK(found.erased == 1);
  disk.close();
  CHECK_FALSE(in_files(disk, "invented words cases/26-0002 2"));
}

TEST_CASE("Erasing twice changes nothing; what is not there is not found", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 3);
  erase_one(memory.journal, "cases/26-0001", "e26-0001-1");
  erase_one(memory.journal, "cases/26-0001", "e26-0001-1");
  CHECK(verify_all(memory.journal).erased == 1);
  Transaction transaction(memory.journal);
  CHECK(memory.journal.erase("cases/26-0001", "nothing").error().code == Code::not_found);
  CHECK(memory.journal.erase("cases/26-0002", "e26-0001-1").error().code == Code::not_found);
}

TEST_CASE("An erasure that is rolled back erased nothing", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 3);
  {
    Transaction transaction(memory.journal);
    REQUIRE(memory.journal.erase("cases/26-0001", "e26-0001-1"));
    CHECK(memory.journal.read("cases/26-0001")[0].erased);
  }
  CHECK_FALSE(memory.journal.read("cases/26-0001")[0].erased);
}

TEST_CASE("Erasing forgets the request that made the entry", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 3);
  const auto row_of = [](const std::string& key, const std::string& entry) {
    return IdempotencyRow{"a-coordinator", key, "request", "cases/26-0001", entry, 1, "2026-04-02T16:00:00.000Z"};
  };
  Transaction transaction(memory.journal);
  REQUIRE(memory.journal.remember_request(row_of("one", "e26-0001-1")));
  REQUIRE(memory.journal.remember_request(row_of("two", "e26-0002-1")));
  REQUIRE(memory.journal.erase("cases/26-0001", "e26-0001-1"));
  CHECK_FALSE(memory.journal.find_request("a-coordinator", "one", ""));
  CHECK(memory.journal.find_request("a-coordinator", "two", ""));
}

/// SQLite moves rows between pages when neighbours are deleted, and a copy left behind in the free part of a page would
/// outlive the row. Sizes are mixed, so that pages are split, merged and rebuilt, and long texts have pages of their
/// own.
TEST_CASE("However much is erased and in whatever order, no words stay behind", "[unit][journal]") {
  OnDisk disk;
  constexpr auto count = 600;
  std::uint32_t dice = 7;
  const auto roll = [&dice](std::uint32_t sides) { return (dice = dice * 1664525 + 1013904223, (dice >> 8) % sides); };
  const auto words = [](int version) { return "<words of " + std::to_string(version) + ">"; };
  {
    Transaction transaction(*disk.journal);
    for (auto version = 1; version <= count; ++version) {
      auto entry = entry_of("cases/26-0001", version);
      entry.sealed.clear();
      const auto times = 1 + roll(roll(10) == 0 ? 900 : 30);
      for (std::uint32_t time = 0; time < times; ++time) entry.sealed += words(version);
      REQUIRE(disk.journal->append(entry));
    }
    REQUIRE(transaction.commit());
  }
  std::vector<int> left;
  for (auto version = 1; version <= count; ++version) left.push_back(version);
  auto found = 0;
  while (left.size() > 20) {
    std::vector<int> erased;
    for (auto number = 0; number < 20; ++number) {
      const auto at = roll(static_cast<std::uint32_t>(left.size()));
      erase_one(*disk.journal, "cases/26-0001", "e26-0001-" + std::to_string(left[at]));
      erased.push_back(left[at]);
      left.erase(left.begin() + at);
    }
    REQUIRE(disk.journal->scrub());
    const auto bytes = bytes_of(disk.file());
    for (const auto version : erased) {
      if (bytes.find(words(version)) != std::string::npos) ++found;
    }
  }
  CHECK(found == 0);
  CHECK(verify_all(*disk.journal).erased == count - 20);
}

}  // namespace
}  // namespace review::journal_test

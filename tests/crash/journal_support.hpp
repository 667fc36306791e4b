#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "libreview/store/store_broken.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::crash_test {

/// How many entries share a commit in these tests: a log of any other length was cut in the middle of a group.
inline constexpr int group = 5;

/// Appends one group to two records; the head after it if it was acknowledged, or the refusal.
inline Result<Head> append_group(Journal& journal) {
  Transaction transaction(journal);
  for (auto number = 0; number < group; ++number) {
    const auto* const record = number % 2 == 0 ? "cases/26-0001" : "cases/26-0002";
    auto entry = journal_test::entry_of(record, journal.version(record) + 1);
    entry.sealed.append(static_cast<std::size_t>(entry.expected_version % 7) * 300, ' ');
    if (auto stored = journal.append(entry); !stored) return refuse(std::move(stored.error()));
  }
  const auto head = journal.head();
  if (auto kept = transaction.commit(); !kept) return refuse(std::move(kept.error()));
  return head;
}

/// Opens the file as after a restart: it begins with what was acknowledged, holds whole groups only, verifies, and can
/// be written again.
inline void demand_nothing_lost(const std::filesystem::path& file, const Head& acknowledged) {
  auto store = Store::open(file);
  REQUIRE(store);
  journal_test::CountingRandom random;
  SqliteJournal journal(**store, random);
  const auto found = journal.verify_against(acknowledged);
  if (found.bad) FAIL(found.bad->seq << ": " << found.bad->says);
  REQUIRE(found.head.size >= acknowledged.size);
  REQUIRE(found.head.size % group == 0);
  REQUIRE((*store)->database().execAndGet("PRAGMA quick_check").getString() == "ok");
  REQUIRE(append_group(journal));
}

}  // namespace review::crash_test

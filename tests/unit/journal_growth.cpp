#include <catch2/catch.hpp>
#include <chrono>

#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

/// Run by `tools/test --long`. Prints what a hundred thousand entries cost in groups of 64.
TEST_CASE("A hundred thousand entries are appended in groups", "[.][long][journal]") {
  OnDisk disk;
  using Clock = std::chrono::steady_clock;
  const auto seconds = [](Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
  };
  const auto start = Clock::now();
  constexpr auto total = 100'000;
  for (auto number = 0; number < total;) {
    Transaction transaction(*disk.journal);
    for (auto place = 0; place < 64 && number < total; ++place, ++number) {
      const auto record = "cases/26-" + std::to_string(number % 5000);
      REQUIRE(disk.journal->append(entry_of(record, number / 5000 + 1)));
    }
    REQUIRE(transaction.commit());
  }
  const auto appended = seconds(start);
  const auto verifying = Clock::now();
  CHECK(verify_all(*disk.journal).checked == total);
  const auto verified = seconds(verifying);
  const auto heads = Clock::now();
  for (auto number = 0; number < 1000; ++number) CHECK(disk.journal->head().size == total);
  const auto headed = seconds(heads);
  disk.close();
  const auto opening = Clock::now();
  disk.reopen();
  const auto opened = seconds(opening);
  WARN("append " << appended << " s, verify " << verified << " s, head " << headed << " ms, open " << opened
                 << " s, bytes " << std::filesystem::file_size(disk.file()));
}

TEST_CASE("A log of some thousand entries verifies, and every record is whole", "[unit][journal]") {
  OnDisk disk;
  for (auto group = 0; group < 50; ++group) fill(*disk.journal, 64);
  disk.reopen();
  CHECK(verify_all(*disk.journal).checked == 3200);
  std::size_t entries = 0;
  for (const auto& record : disk.journal->records("", "", 10)) entries += disk.journal->read(record).size();
  CHECK(entries == 3200);
}

}  // namespace
}  // namespace review::journal_test

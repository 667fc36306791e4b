#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

/// Counts how often a whole record is read.
class CountedJournal : public SqliteJournal {
 public:
  using SqliteJournal::SqliteJournal;

  [[nodiscard]] std::vector<StoredEntry> read(std::string_view record) override {
    ++count;
    return SqliteJournal::read(record);
  }

  int count = 0;
};

TEST_CASE("A list of clocks reads a record once, and only for a clock whose lateness is explained", "[unit]") {
  DeskOffice office;
  CountedJournal journal(*office.store, office.random);
  Desk desk(Desk::Parts{journal, office.views, law(), calendar(), office.random, true, "office", office.arms,
                        office.alerts, office.roster});
  const auto id = office.open();
  office.today = day("2026-06-01");
  const auto listed = [&](std::vector<Term> terms, Desk::Reasons reasons) {
    static_cast<void>(desk.take_shown());
    journal.count = 0;
    const auto page =
        desk.list_clocks({std::move(terms), {"dueOn"}, office.today, 50, {}}, office.reader, office.moment(), reasons);
    REQUIRE(page);
    return page->items;
  };
  const auto clocks = listed({}, Desk::Reasons::told);
  REQUIRE(clocks.size() > 1);
  CHECK(journal.count == 0);
  for (const auto& clock : clocks) {
    if (clock.state() != v1::CLOCK_STATE_OVERDUE) continue;
    office.must(id, "{'latenessExplained':{'clock':'" + clock.clock() + "','reason':'The post was late.'}}");
    break;
  }
  std::string explained;
  int without = 0;
  for (const auto& clock : listed({}, Desk::Reasons::told)) {
    if (clock.lateness_reason().empty())
      ++without;
    else
      explained = clock.clock();
  }
  CHECK(journal.count == 1);
  CHECK_FALSE(explained.empty());
  CHECK(without == static_cast<int>(clocks.size()) - 1);
  for (const auto& clock : clocks) {
    INFO(clock.clock());
    REQUIRE(listed({{"clock", "=", clock.clock()}}, Desk::Reasons::told).size() == 1);
    CHECK(journal.count == (clock.clock() == explained ? 1 : 0));
  }
  for (const auto& clock : listed({}, Desk::Reasons::left_out)) CHECK(clock.lateness_reason().empty());
  CHECK(journal.count == 0);
}

}  // namespace
}  // namespace review::test

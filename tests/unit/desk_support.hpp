#pragma once

#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <string>

#include "libreview/calendar/london.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/journal/transaction.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {

/// A desk over a store, in memory unless another is given, with a day that the test sets.
struct DeskOffice {
  std::unique_ptr<Store> store;
  SystemRandom random;
  SqliteJournal journal{*store, random};
  Views views{*store};
  AlertArms arms{*store};
  Alerts alerts{*store, random};
  Roster roster{*store};
  Desk desk{Desk::Parts{journal, views, law(), calendar(), random, true, "office", arms, alerts, roster}};
  Date today = day("2026-03-02");
  Reader reader{"ann", Role::coordinator};
  int minutes = 0;

  explicit DeskOffice(std::unique_ptr<Store> where = Store::in_memory(true)) : store(std::move(where)) {
    REQUIRE(desk.rebuild_views(true));
  }

  [[nodiscard]] Moment moment() const {
    return {start_of_london_day(today) + std::chrono::hours{12} + std::chrono::minutes{minutes}, today};
  }
  [[nodiscard]] Recording recording(const std::string& case_id, const std::string& json) {
    Recording asked{case_id, entry(json), reader, Match{Match::Kind::version, desk.version(case_id)}, {}, {}, moment()};
    if (asked.entry.has_programme_opened()) asked.sort = "programme";
    return asked;
  }
  /// Records in a transaction of its own; what is refused is rolled back.
  Result<Recorded> record(const Recording& recording) {
    Transaction transaction(journal);
    auto recorded = desk.record(recording);
    if (!recorded) return recorded;
    REQUIRE(transaction.commit());
    ++minutes;
    return recorded;
  }
  Recorded must(const std::string& case_id, const std::string& json) {
    auto recorded = record(recording(case_id, json));
    if (!recorded) FAIL(recorded.error().says << " " << json);
    return *recorded;
  }
  /// The code of the refusal of what must be refused.
  std::string refused(const Recording& recording) {
    const auto before = journal.head().size;
    const auto recorded = record(recording);
    CHECK(journal.head().size == before);
    return recorded ? "taken" : std::string(code_name(recorded.error().code));
  }
  /// A new case with an incident of the day.
  std::string open() { return must("", incident).case_id; }
  /// What is kept is what the journal adds up to.
  void check_views() {
    const auto kept = views.dump();
    REQUIRE(desk.rebuild_views(true));
    CHECK(views.dump() == kept);
  }
};

}  // namespace review::test

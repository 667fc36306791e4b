#include <string>
#include <vector>

#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

std::string code_of(const Refusal& refusal) { return std::string(code_name(refusal.code)); }

/// A case that was logged on 2 March, notified on the 4th, with proceedings of another child withdrawn on the 20th.
struct Past : DeskOffice {
  std::string id = open();
  std::string opened;
  std::string withdrawal;

  Past() {
    today = day("2026-03-04");
    must(id, "{'panelNotified':{}}");
    today = day("2026-03-09");
    opened = must(id, "{'proceedingsOpened':{'kind':'CRIMINAL','contact':'canary'},'note':'canary'}").entry_id;
    must(id, "{'entryCorrected':{'entry':'" + opened +
                 "','reason':'canary','replacement':{'proceedingsOpened':{'kind':'INQUEST'},'note':'canary'}}}");
    today = day("2026-03-20");
    withdrawal = must(id, "{'entryWithdrawn':{'entry':'" + opened + "','reason':'WRONG_PERSON'}}").entry_id;
  }

  [[nodiscard]] Result<v1::Case> as_at(const char* iso) { return desk.show(id, reader, moment(), day(iso)); }
};

}  // namespace

TEST_CASE("a case can be read as it was recorded by the end of a day", "[unit]") {
  Past past;
  struct Row {
    const char* on;
    v1::Stage stage;
    int version;
    const char* notify;
  };
  const Row rows[] = {{"2026-03-02", v1::STAGE_LOGGED, 1, "RUNNING"},
                      {"2026-03-03", v1::STAGE_LOGGED, 1, "RUNNING"},
                      {"2026-03-04", v1::STAGE_NOTIFIED, 2, "MET"},
                      {"2026-03-09", v1::STAGE_NOTIFIED, 4, "MET"},
                      {"2026-03-20", v1::STAGE_NOTIFIED, 5, "MET"}};
  for (const auto& row : rows) {
    INFO(row.on);
    const auto then = past.as_at(row.on);
    REQUIRE(then);
    CHECK(then->stage() == row.stage);
    CHECK(then->version() == row.version);
    CHECK(then->as_of() == row.on);
    CHECK(v1::ClockState_Name(then->clocks(0).state()) == std::string("CLOCK_STATE_") + row.notify);
    CHECK(then->clocks(0).as_of() == row.on);
    const auto clocks = past.desk.clocks(past.id, past.reader, past.moment(), day(row.on));
    REQUIRE(clocks);
    CHECK(difference(clocks->front(), then->clocks(0)) == "");
    CHECK(past.desk.entries(past.id, past.reader, past.moment(), day(row.on))->size() ==
          static_cast<std::size_t>(row.version));
  }
  CHECK(code_of(past.as_at("2026-03-01").error()) == "not-found");
  CHECK(code_of(past.as_at("2026-03-21").error()) == "malformed");
  CHECK(past.as_at("2026-03-21").error().violations.front().pointer == "/asAt");
}

TEST_CASE("what a correction changed stands in the past as it was then", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto agreed = office.must(id, "{'actionAgreed':{'owner':'POLICE','dueOn':'2026-06-01'}}").entry_id;
  office.today = day("2026-03-09");
  office.must(id, "{'entryCorrected':{'entry':'" + agreed +
                      "','reason':'x','replacement':{'actionAgreed':{'owner':'POLICE','dueOn':'2026-07-01'}}}}");
  const auto due = [&](std::optional<Date> as_at) {
    return office.desk.show(id, office.reader, office.moment(), as_at)->actions(0).due_on();
  };
  CHECK(due({}) == "2026-07-01");
  CHECK(due(day("2026-03-08")) == "2026-06-01");
  CHECK(due(day("2026-03-09")) == "2026-07-01");
}

TEST_CASE("what is hidden is hidden in every earlier state, for every reader", "[unit]") {
  Past past;
  for (const char* on : {"2026-03-09", "2026-03-19", "2026-03-20"}) {
    INFO(on);
    CHECK(past.as_at(on)->proceedings_size() == 0);
    CHECK(past.as_at(on)->holds_size() == 0);
    const auto entries = past.desk.entries(past.id, past.reader, past.moment(), day(on));
    REQUIRE(entries);
    for (const auto& one : *entries) CHECK(one.SerializeAsString().find("canary") == std::string::npos);
    CHECK(entries->at(2).hidden());
    CHECK(entries->at(3).hidden());
  }
  const auto one = past.desk.entry(past.id, past.opened, past.reader, past.moment());
  REQUIRE(one);
  CHECK(one->hidden());
  CHECK(one->withdrawn_by() == past.withdrawal);
  CHECK(one->has_proceedings_opened());
  CHECK(past.desk.show_version(past.id, 3, past.reader, past.moment())->proceedings_size() == 0);
  past.check_views();
}

TEST_CASE("a case can be read at an earlier version, for an answer that is given again", "[unit]") {
  Past past;
  const auto then = past.desk.show_version(past.id, 1, past.reader, past.moment());
  REQUIRE(then);
  CHECK(then->stage() == v1::STAGE_LOGGED);
  CHECK(then->version() == 1);
  CHECK(then->as_of() == "2026-03-20");
  CHECK(code_of(past.desk.show_version(past.id, 0, past.reader, past.moment()).error()) == "not-found");
}

TEST_CASE("the reason for a lateness stands with its clock, until it is withdrawn", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.today = day("2026-03-12");
  const auto explained =
      office.must(id, "{'latenessExplained':{'clock':'notify-panel','reason':'the post was late'}}").entry_id;
  const auto reason = [&] {
    return office.desk.clock(id, "notify-panel", office.reader, office.moment())->lateness_reason();
  };
  CHECK(reason() == "the post was late");
  ListQuery asked{{{"clock", "=", "notify-panel"}}, {"dueOn"}, office.today, 10, {}};
  CHECK(office.desk.list_clocks(asked, office.reader, office.moment())->items[0].lateness_reason() ==
        "the post was late");
  office.must(id, "{'entryWithdrawn':{'entry':'" + explained + "','reason':'MISTAKE'}}");
  CHECK(reason().empty());
}

TEST_CASE("what is exported is imported elsewhere, complete, with who recorded it there and when", "[unit]") {
  Past past;
  const auto exported = past.desk.entries(past.id, past.reader, past.moment());
  REQUIRE(exported);
  DeskOffice office;
  office.today = day("2026-06-01");
  office.reader.person = "bea";
  {
    Transaction transaction(office.journal);
    std::set<std::string> arriving;
    for (const auto& one : *exported) {
      const auto taken = office.desk.import(one, office.reader, office.moment(), arriving);
      if (!taken) FAIL(taken.error().says);
      CHECK(taken->case_id == past.id);
      CHECK(taken->entry_id == one.entry());
    }
    REQUIRE(transaction.commit());
  }
  const auto arrived = office.desk.entries(past.id, office.reader, office.moment());
  REQUIRE(arrived);
  REQUIRE(arrived->size() == exported->size());
  for (std::size_t i = 0; i < arrived->size(); ++i) {
    const auto& there = (*exported)[i];
    const auto& here = (*arrived)[i];
    INFO(i);
    CHECK(here.entry() == there.entry());
    CHECK(here.case_version() == there.case_version());
    CHECK(here.recorded_by() == "bea");
    CHECK(here.hidden() == there.hidden());
    CHECK(here.withdrawn_by() == there.withdrawn_by());
    if (here.hidden()) continue;  // what corrected it is hidden too, and is not exported
    CHECK(here.corrected_by() == there.corrected_by());
    CHECK(here.source().recorded_by() == "ann");
    CHECK(here.source().recorded_time() == there.recorded_time());
  }
  const auto here = office.desk.show(past.id, office.reader, office.moment());
  const auto there = past.desk.show(past.id, past.reader, office.moment());
  CHECK(here->stage() == there->stage());
  CHECK(here->version() == there->version());
  REQUIRE(here->clocks_size() == there->clocks_size());
  for (int i = 0; i < here->clocks_size(); ++i) CHECK(here->clocks(i).due_on() == there->clocks(i).due_on());
  office.check_views();
  CHECK(office.open() == "26-0002");  // the reference is taken
}

TEST_CASE("an import takes no entry twice, and none without a case or about nothing", "[unit]") {
  Past past;
  const auto exported = past.desk.entries(past.id, past.reader, past.moment());
  DeskOffice office;
  const auto refused = [&](const v1::Entry& one, std::set<std::string> arriving) {
    Transaction transaction(office.journal);
    const auto taken = office.desk.import(one, office.reader, office.moment(), arriving);
    return taken ? std::string("taken") : code_of(taken.error());
  };
  {
    Transaction transaction(office.journal);
    std::set<std::string> arriving;
    REQUIRE(office.desk.import(exported->front(), office.reader, office.moment(), arriving));
    CHECK(arriving == std::set<std::string>{past.id});
    REQUIRE(transaction.commit());
  }
  CHECK(refused(exported->front(), {past.id}) == "already-recorded");
  auto homeless = exported->at(1);
  homeless.clear_case_();
  CHECK(refused(homeless, {past.id}) == "missing-field");
  auto about_nothing = entry("{'proceedingsConcluded':{'proceedings':'gone'}}");
  about_nothing.set_case_(past.id);
  about_nothing.set_entry("elsewhere-1");
  CHECK(refused(about_nothing, {past.id}) == "missing-reference");
  // A case that was here before is not added to by the back door.
  CHECK(refused(exported->at(1), {}) == "already-recorded");
  auto beginning = exported->at(1);
  beginning.set_case_("26-0077");
  CHECK(refused(beginning, {}) == "not-in-this-stage");
  CHECK(office.journal.head().size == 1);
}

}  // namespace review::test

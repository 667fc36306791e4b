#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/clocks/in_words.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/law/england.hpp"
#include "libreview/vocabulary/names.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

v1::Clock reading(const SmallCase& one, const std::string& id, const std::string& today,
                  const RuleBook& rules = law()) {
  auto clock = reading_of(id, one.file(), rules, calendar(), day(today));
  REQUIRE(clock);
  return *clock;
}

std::string state(const v1::Clock& clock) { return short_name_of(clock.state(), v1::ClockState_descriptor()); }

}  // namespace

TEST_CASE("a clock reads the same law on every day, and the day decides the rest", "[unit]") {
  SmallCase one;
  one.must(incident);  // known on Mon 2 March 2026: due on Mon 9 March
  struct Row {
    const char* today;
    const char* state;
    int day;
    int left;
    int late;
    const char* says;
  };
  const Row rows[] = {
      {"2026-03-02", "RUNNING", 0, 5, 0, "Due on Mon 9 March 2026. 5 working days left."},
      {"2026-03-06", "RUNNING", 4, 1, 0, "Due on Mon 9 March 2026. 1 working day left."},
      {"2026-03-08", "RUNNING", 4, 1, 0, "Due on Mon 9 March 2026. 1 working day left."},
      {"2026-03-09", "DUE_TODAY", 5, 0, 0, "Due today, Mon 9 March 2026."},
      {"2026-03-10", "OVERDUE", 6, 0, 1, "Overdue. It was due on Mon 9 March 2026, 1 working day ago."},
      {"2026-04-07", "OVERDUE", 24, 0, 19, "Overdue. It was due on Mon 9 March 2026, 19 working days ago."},
  };
  for (const auto& row : rows) {
    INFO(row.today);
    const auto clock = reading(one, "notify-panel", row.today);
    CHECK(state(clock) == row.state);
    CHECK(clock.due_on() == "2026-03-09");
    CHECK(clock.day() == row.day);
    CHECK(clock.working_days_left() == row.left);
    CHECK(clock.working_days_late() == row.late);
    CHECK(clock.says() == row.says);
    CHECK(clock.law() == "england-2023");
    CHECK(clock.as_of() == row.today);
    CHECK(clock.working_size() == 8);
    CHECK(clock.cites_size() > 0);
  }
}

TEST_CASE("a clock that was stopped says whether in time, and how late", "[unit]") {
  struct Row {
    const char* sent;
    const char* state;
    int late;
    const char* says;
  };
  const Row rows[] = {
      {"2026-03-09", "MET", 0, "Done on Mon 9 March 2026, in time for Mon 9 March 2026."},
      {"2026-03-10", "MET_LATE", 1, "Done on Tue 10 March 2026, 1 working day late. It was due on Mon 9 March 2026."},
      {"2026-03-16", "MET_LATE", 5, "Done on Mon 16 March 2026, 5 working days late. It was due on Mon 9 March 2026."},
  };
  for (const auto& row : rows) {
    SmallCase one;
    one.must(incident);
    one.on(row.sent).must("{'panelNotified':{}}");
    const auto clock = reading(one, "notify-panel", "2026-06-01");
    CHECK(state(clock) == row.state);
    CHECK(clock.working_days_late() == row.late);
    CHECK(clock.says() == row.says);
    CHECK(clock.stopped_on() == row.sent);
  }
}

TEST_CASE("every state has its sentence", "[unit]") {
  v1::Clock clock;
  clock.set_due_on("2026-03-09");
  clock.set_stopped_on("2026-03-06");
  clock.set_why("The holiday data ends.");
  const auto says = [&](v1::ClockState how, bool minimum = false) {
    clock.set_state(how);
    clock.set_minimum(minimum);
    return in_words(clock);
  };
  CHECK(says(v1::CLOCK_STATE_NOT_STARTED) == "It has not started.");
  CHECK(says(v1::CLOCK_STATE_CANCELLED) == "It no longer applies, since Fri 6 March 2026.");
  CHECK(says(v1::CLOCK_STATE_NOT_COMPUTED) == "No date can be given. The holiday data ends.");
  CHECK(says(v1::CLOCK_STATE_RUNNING, true) == "It must last until Mon 9 March 2026 at least.");
  CHECK(says(v1::CLOCK_STATE_MET, true) == "It lasted until Mon 9 March 2026, as it must.");
  CHECK(says(v1::CLOCK_STATE_PAUSED) == "It stands still.");
}

TEST_CASE("a clock that has not started reads so, and one that there is not is not found", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto clock = reading(one, "rapid-review", "2026-03-03");
  CHECK(state(clock) == "NOT_STARTED");
  CHECK_FALSE(clock.has_due_on());
  for (const char* id : {"no-such-clock", "yearly-report", "agency-return:north-school", ""}) {
    INFO(id);
    const auto missing = reading_of(id, one.file(), law(), calendar(), day("2026-03-03"));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::not_found);
  }
}

TEST_CASE("a clock that starts again keeps its earlier runs", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.on("2026-03-04").must("{'panelNotified':{}}");
  one.on("2026-03-10").must("{'notificationWithdrawn':{'reasons':'a natural cause'}}");
  auto clock = reading(one, "rapid-review", "2026-03-11");
  CHECK(state(clock) == "CANCELLED");
  CHECK(clock.says() == "It no longer applies, since Tue 10 March 2026.");
  one.on("2026-03-16").must("{'panelNotified':{}}");
  clock = reading(one, "rapid-review", "2026-03-17");
  CHECK(state(clock) == "RUNNING");
  CHECK(clock.started_on() == "2026-03-16");
  REQUIRE(clock.runs_size() == 1);
  CHECK(clock.runs(0).state() == v1::CLOCK_STATE_CANCELLED);
  CHECK(clock.runs(0).started_on() == "2026-03-04");
  CHECK(clock.runs(0).stopped_on() == "2026-03-10");
  CHECK(clock.runs(0).due_on() == "2026-03-25");
}

TEST_CASE("an interval clock runs again from each check, and each run ends as it was", "[unit]") {
  SmallCase one;
  one.reviewed("LCSPR");
  one.must("{'reviewCommissioned':{}}");  // Wed 1 April 2026: a check every two months
  one.on("2026-05-29").must("{'reviewHealthChecked':{'onTime':true}}");
  one.on("2026-08-03").must("{'reviewHealthChecked':{'onTime':false}}");
  const auto clock = reading(one, "review-health-check", "2026-08-04");
  CHECK(clock.due_on() == "2026-10-03");
  REQUIRE(clock.runs_size() == 2);
  CHECK(clock.runs(0).state() == v1::CLOCK_STATE_MET);
  CHECK(clock.runs(0).due_on() == "2026-06-01");
  CHECK(clock.runs(1).state() == v1::CLOCK_STATE_MET_LATE);
  CHECK(clock.runs(1).due_on() == "2026-07-29");
}

TEST_CASE("a run that another one takes over from is over, and neither met nor late", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must("{'actionAgreed':{'owner':'POLICE','dueOn':'2026-06-01'}}");
  one.on("2026-05-01").must("{'actionUpdated':{'progress':'AMBER','dueOn':'2026-07-01','reason':'why'}}");
  const auto clock = reading(one, "action", "2026-06-15");
  CHECK(state(clock) == "RUNNING");
  CHECK(clock.due_on() == "2026-07-01");
  REQUIRE(clock.runs_size() == 1);
  CHECK(clock.runs(0).due_on() == "2026-06-01");
  CHECK(clock.runs(0).state() == v1::CLOCK_STATE_CANCELLED);
}

TEST_CASE("a given day is due whatever the calendar says, and has no length", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must("{'embargoPlaced':{'reason':'why','reviewOn':'2026-12-25'}}");
  const auto clock = reading(one, "embargo-review", "2026-12-24");
  CHECK(clock.due_on() == "2026-12-25");
  CHECK_FALSE(clock.has_length());
  CHECK(clock.working_size() == 2);
  CHECK(clock.legal_status() == v1::LEGAL_STATUS_LOCAL);
}

TEST_CASE("of several objects the first has the bare name, and each a clock of its own", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must("{'embargoPlaced':{'reason':'why','reviewOn':'2026-06-01'}}");
  one.must("{'embargoPlaced':{'reason':'why','reviewOn':'2026-07-01'}}");
  one.must("{'agencyReturnRequested':{'agencies':['police-north']}}");
  one.must("{'agencyReturnRequested':{'agencies':['police-north','city-hospital']}}");
  std::vector<std::string> ids;
  for (const auto& line : runs(one.file(), law(), calendar())) ids.push_back(line.id);
  CHECK(ids == std::vector<std::string>{"notify-panel", "tell-partners", "agency-return:police-north",
                                        "agency-return:city-hospital", "agency-return:police-north:2", "embargo-review",
                                        "embargo-review:embargo-2"});
  CHECK(reading(one, "agency-return:police-north:2", "2026-03-03").agency() == "police-north");
  CHECK(reading(one, "agency-return:city-hospital", "2026-03-03").owed_by() == v1::OWED_BY_AGENCY);
}

TEST_CASE("a minimum is never overdue", "[unit]") {
  SmallCase one;
  one.accepted();
  one.must("{'publicationPlanned':{'plannedOn':'2026-07-20'}}");
  one.must("{'advanceCopySent':{}}");
  one.must("{'reportRehearsed':{}}");
  one.on("2026-07-20").must("{'reportPublished':{'form':'FULL'}}");
  CHECK(state(reading(one, "keep-published", "2027-07-19")) == "RUNNING");
  CHECK(state(reading(one, "keep-published", "2027-07-20")) == "MET");
  const auto later = reading(one, "keep-published", "2028-01-03");
  CHECK(state(later) == "MET");
  CHECK(later.minimum());
  CHECK(later.working_days_late() == 0);
  CHECK(later.says() == "It lasted until Tue 20 July 2027, as it must.");
}

TEST_CASE("the advance copy is counted back from the planned day", "[unit]") {
  SmallCase one;
  one.accepted();
  one.must("{'publicationPlanned':{'plannedOn':'2026-09-07'}}");
  const auto clock = reading(one, "advance-copy", "2026-07-01");
  CHECK(clock.due_on() == "2026-08-26");  // the bank holiday of Mon 31 August does not count
  CHECK_FALSE(clock.has_day());
  REQUIRE(clock.working_size() > 0);
  CHECK(clock.working(0).date() == "2026-09-07");
  CHECK(clock.working(clock.working_size() - 1).day() == -7);
  one.must("{'publicationPlanned':{'plannedOn':'2026-09-14'}}");
  CHECK(reading(one, "advance-copy", "2026-07-01").due_on() == "2026-09-03");
}

TEST_CASE("no date is guessed: before the first law, and beyond the holidays", "[unit]") {
  SmallCase early("2026-01-05");
  early.must(
      "{'occurredOn':'2018-06-28','incidentLogged':{'localAuthorityAwareOn':'2018-06-28','harm':'DEATH',"
      "'abuseOrNeglect':'SUSPECTED'}}");
  const auto before = reading(early, "notify-panel", "2026-01-05");
  CHECK(state(before) == "NOT_COMPUTED");
  CHECK_FALSE(before.has_due_on());
  CHECK_FALSE(before.has_law());
  CHECK(before.why() == "No rule for this was in force on Thu 28 June 2018.");
  CHECK(before.says() == "No date can be given. No rule for this was in force on Thu 28 June 2018.");

  SmallCase first("2026-01-05");
  first.must(
      "{'occurredOn':'2018-06-29','incidentLogged':{'localAuthorityAwareOn':'2018-06-29','harm':'DEATH',"
      "'abuseOrNeglect':'SUSPECTED'}}");
  CHECK(reading(first, "notify-panel", "2026-01-05").due_on() == "2018-07-06");

  const auto last = calendar().last();
  SmallCase late(last.iso());
  late.must(
      fmt::format("{{'incidentLogged':{{'localAuthorityAwareOn':'{}','harm':'DEATH',"
                  "'abuseOrNeglect':'SUSPECTED'}}}}",
                  last.iso()));
  const auto beyond = reading(late, "notify-panel", last.iso());
  CHECK(state(beyond) == "NOT_COMPUTED");
  CHECK_FALSE(beyond.why().empty());
  CHECK(beyond.law() == "england-2026");
}

TEST_CASE("the day that started a clock chooses its law, never today", "[unit]") {
  struct Row {
    const char* aware;
    const char* law;
  };
  const Row rows[] = {{"2020-03-29", "england-2018"}, {"2020-03-30", "england-2020"}, {"2023-12-14", "england-2020"},
                      {"2023-12-15", "england-2023"}, {"2026-03-18", "england-2023"}, {"2026-03-19", "england-2026"}};
  for (const auto& row : rows) {
    SmallCase one("2026-06-01");
    one.must(
        fmt::format("{{'occurredOn':'{0}','incidentLogged':{{'localAuthorityAwareOn':'{0}','harm':'DEATH',"
                    "'abuseOrNeglect':'KNOWN'}}}}",
                    row.aware));
    CHECK(reading(one, "notify-panel", "2026-06-01").law() == row.law);
  }
}

TEST_CASE("the later of two days starts the clock to notify, and it says so", "[unit]") {
  SmallCase one("2026-03-20");
  one.must(
      "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','abuseOrNeglectSuspectedOn':'2026-03-11',"
      "'harm':'SERIOUS_HARM','abuseOrNeglect':'DISPUTED'}}");
  const auto clock = reading(one, "notify-panel", "2026-03-20");
  CHECK(clock.started_on() == "2026-03-11");
  CHECK(clock.due_on() == "2026-03-18");
  CHECK(clock.start_because().find("2026-03-02") != std::string::npos);
  CHECK(clock.start_because().find("2026-03-11") != std::string::npos);
}

TEST_CASE("a local date stands beside the national one, and a later one is warned of", "[unit]") {
  const std::string overlay =
      "id = \"sixteen\"\nname = \"Sixteen\"\n[[local]]\nclock = \"rapid-review\"\nfrom = 2018-06-29\nlength = {}\n"
      "unit = \"working-days\"\ncounting = \"{}\"\ncites = [{{ source = \"dcfp\" }}]\ngrade = \"S\"\n";
  SmallCase one;
  one.must(incident);
  one.on("2026-03-04").must("{'panelNotified':{}}");
  struct Row {
    int length;
    const char* counting;
    const char* due;
    bool later;
  };
  const Row rows[] = {{16, "day-after", "2026-03-26", true},
                      {15, "day-after", "2026-03-25", false},
                      {15, "same-day", "2026-03-24", false}};
  for (const auto& row : rows) {
    const std::string text = fmt::format(fmt::runtime(overlay), row.length, row.counting);
    const auto rules = england({"overlay.toml", text});
    REQUIRE(rules);
    const auto clock = reading(one, "rapid-review", "2026-03-05", *rules);
    CHECK(clock.due_on() == "2026-03-25");
    CHECK(clock.local().due_on() == row.due);
    CHECK(clock.local().later() == row.later);
    CHECK(clock.local().has_warning() == row.later);
    CHECK(clock.local().counting() == row.counting);
    CHECK(clock.local().unit() == "WORKING_DAYS");
    CHECK(clock.local().cites_size() == 1);
  }
  CHECK_FALSE(reading(one, "rapid-review", "2026-03-05").has_local());
}

}  // namespace review::test

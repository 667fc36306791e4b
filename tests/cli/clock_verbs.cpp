#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

/// As the README shows it.
const std::string maundy_thursday = R"(Notify the National Panel (notify-panel), case 26-0001
Due on Mon 13 April 2026. 5 working days left.

DATE        DAY   COUNTS  NUMBER  WHY
2026-04-02  Thu   no      0       day 0: the count starts on the day after
2026-04-03  Fri   no      0       Good Friday (bank holiday)
2026-04-04  Sat   no      0       Saturday
2026-04-05  Sun   no      0       Sunday
2026-04-06  Mon   no      0       Easter Monday (bank holiday)
2026-04-07  Tue   yes     1       working day
2026-04-08  Wed   yes     2       working day
2026-04-09  Thu   yes     3       working day
2026-04-10  Fri   yes     4       working day
2026-04-11  Sat   no      4       Saturday
2026-04-12  Sun   no      4       Sunday
2026-04-13  Mon   yes     5       working day

Law: england-2026
)";

TEST_CASE("A date is explained day by day, from Maundy Thursday on", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto explained = office.done("clocks explain " + id + " notify-panel").data;
  CHECK_THAT(explained, Catch::StartsWith(maundy_thursday));
  CHECK_THAT(explained, Catch::Contains("\n  Children Act 2004, section 16C\n"));
  const auto json = office.done("clocks explain " + id + " notify-panel --output json");
  CHECK(json.at("/working/11/day") == "5");
  CHECK(json.at("/state") == "RUNNING");
  office.day("2026-04-20");
  CHECK_THAT(office.done("clocks explain " + id + " notify-panel").data,
             Catch::Contains("\nOverdue. It was due on Mon 13 April 2026, 5 working days ago.\n"));
  CHECK_THAT(office.done("clocks explain " + id + " notify-panel --as-at 2026-04-02").data,
             Catch::StartsWith(maundy_thursday));
}

TEST_CASE("Clocks are listed, of one case and of all", "[cli]") {
  const Office office;
  const auto first = office.open();
  const auto second = office.open("2026-03-30");
  const auto one = lines_of(office.done("clocks list " + first).data);
  REQUIRE(one.size() == 3);
  CHECK_THAT(one[1], Catch::StartsWith("26-0001  notify-panel   running  2026-04-02  2026-04-13  5 left  us"));
  const auto all = office.done("clocks list --order-by dueOn --output json");
  CHECK(all.json().as_object().at("clocks").as_array().size() == 4);
  CHECK(all.at("/clocks/0/case") == second);
  const auto csv = lines_of(office.done("clocks list --output csv").data);
  CHECK(csv.at(0) ==
        "case,clock,state,startedOn,dueOn,localDueOn,stoppedOn,workingDaysLate,workingDaysLeft,owedBy,legalStatus,law,"
        "title");
  CHECK(lines_of(office.done("clocks list --filter 'clock = \"tell-partners\"' --output ndjson").data).size() == 2);
  office.day("2026-04-09");
  CHECK(office.done("clocks list --state overdue --output json").at("/clocks/0/case") == second);
  CHECK(office.done("clocks list " + second + " --state overdue --output json")
            .json()
            .as_object()
            .at("clocks")
            .as_array()
            .size() == 2);
  CHECK(office.done("clocks list " + first + " --state overdue").data.empty());
}

TEST_CASE("overdue leaves with 6 where anything is late, and is silent where nothing is", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto before = office("overdue");
  CHECK(before.exit == 0);
  CHECK(before.data.empty());
  CHECK(before.talk == "Nothing is overdue.\n");
  office.day("2026-04-14");
  const auto late = office("overdue");
  CHECK(late.exit == 6);
  CHECK_THAT(late.data, Catch::Contains("26-0001  notify-panel   overdue  2026-04-02  2026-04-13  1 late"));
  CHECK(office("overdue --output json").exit == 6);
  CHECK(office.as("reader", "overdue").exit == 6);
  office.done("entry add " + id + " panel-notified --informed SAFEGUARDING_PARTNERS");
  CHECK(office("overdue").exit == 0);
}

TEST_CASE("overdue is narrowed by clock, person, legal status and working days", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.day("2026-04-20");
  CHECK_THAT(office("overdue --clock notify-panel --days-late 5").data, !Catch::Contains("tell-partners"));
  CHECK(office("overdue --clock notify-panel --days-late 5").exit == 6);
  CHECK(office("overdue --clock notify-panel --days-late 6").exit == 0);
  CHECK(office("overdue --clock rapid-review").exit == 0);
  CHECK(office("overdue --legal-status statutory-guidance --case " + id).exit == 6);
  CHECK(office("overdue --legal-status statute").exit == 0);
  office.done("entry add " + id + " member-added --person ann --role panel-member");
  CHECK(office("overdue --person ann").exit == 6);
  CHECK(office("overdue --owed-by us").exit == 6);
}

TEST_CASE("overdue is never silent about what there is not: a typing mistake does not leave with 0", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " panel-notified --informed SAFEGUARDING_PARTNERS");
  office.done("entry add " + id + " agency-return-requested --agencies city-hospital --due-on 2026-04-20");
  struct Row {
    const char* narrowed;
    const char* says;
  };
  const Row rows[] = {
      {"--clock rapid-reviw", "rapid-review"},
      {"--agency city-hospitl", "city-hospital"},
      {"--person an", "Nobody of this name is known here."},
      {"--case 26-0099", "There is no case of this reference that you may see."},
      {"--legal-status law", "statute"},
      {"--owed-by them", "agency"},
      {"--days-late soon", "whole number from 0 to 10000"},
      {"--days-late=-1", "whole number from 0 to 10000"},
      {"--days-late 99999999999", "whole number from 0 to 10000"},
  };
  for (const auto& row : rows) {
    INFO(row.narrowed);
    const auto ran = office(std::string("overdue ") + row.narrowed);
    CHECK(ran.exit == 2);
    CHECK(ran.data.empty());
    CHECK_THAT(ran.talk, Catch::Contains(row.says));
    CHECK_THAT(ran.talk, !Catch::Contains("Nothing is overdue."));
  }
  CHECK(office("overdue --agency city-hospital").exit == 0);
  CHECK(office("overdue --agency CITY_HOSPITAL --days-late 0").exit == 0);
  office.day("2026-04-21");
  CHECK(office("overdue --agency CITY_HOSPITAL --days-late 0").exit == 6);
}

TEST_CASE("People read a timescale in the terms of the pages, and programs as the law calls it", "[cli]") {
  const Office office;
  const auto id = office.open();
  CHECK_THAT(office.done("clocks list").data, Catch::Contains("Notify the National Panel"));
  CHECK_THAT(office.done("case show " + id).data, Catch::Contains("Notify the National Panel"));
  CHECK(office.done("clocks list --output json").at("/clocks/0/title") == "Notify the Panel");
  CHECK_THAT(office.done("clocks list --output csv").data, Catch::Contains("Notify the Panel"));
  CHECK_THAT(ctl("law show notify-panel").data, Catch::StartsWith("Notify the National Panel (notify-panel)\n"));
}

TEST_CASE("The plan of the fifteen days is shown once the Panel was notified", "[cli]") {
  const Office office;
  const auto id = office.open();
  CHECK_THAT(office.done("timetable show " + id).data, !Catch::Contains("DONE BY"));
  office.done("entry add " + id + " panel-notified");
  const auto plan = office.done("timetable show " + id).data;
  CHECK_THAT(plan, Catch::Contains("Notified on Thu 2 April 2026. Due at the National Panel on Mon 27 April 2026."));
  CHECK_THAT(plan, Catch::Contains("15    Fri 24 April 2026  Mon 27 April 2026  Send to the National Panel"));
  CHECK_THAT(plan, Catch::Contains("Agency summaries are in"));
  CHECK(office.done("timetable show " + id + " --output json").at("/nationalDueOn") == "2026-04-27");
  CHECK(office("timetable show 26-0009").exit == 3);
}

TEST_CASE("Colour is used only where it is wanted", "[cli]") {
  const Office office;
  REQUIRE_FALSE(office.open().empty());
  CHECK_THAT(office.done("clocks list").data, !Catch::Contains("\033"));
}

}  // namespace
}  // namespace review::cli_test

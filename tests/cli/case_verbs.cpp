#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

const std::string incident =
    "case log --local-authority-aware-on 2026-04-02 --harm death --abuse-or-neglect suspected --child "
    "'pseudonym=Child A,ageWeeks=12' --occurred-in sandwell";

TEST_CASE("A case is logged with one flag a field", "[cli]") {
  const Office office;
  const auto logged = office(incident + " --child 'pseudonym=Child B,ageYears=4,lookedAfter=yes' --output json");
  REQUIRE(logged.exit == 0);
  CHECK(logged.at("/case") == "26-0001");
  CHECK(logged.at("/stage") == "LOGGED");
  CHECK(logged.at("/children/0/ageWeeks") == "12");
  CHECK(logged.at("/children/1/pseudonym") == "Child B");
  CHECK(logged.at("/children/1/lookedAfter") == "true");
  CHECK(logged.at("/clocks/0/dueOn") == "2026-04-13");
  CHECK(logged.talk.empty());
}

TEST_CASE("One week is not one weeks", "[cli]") {
  const Office office;
  REQUIRE(office(incident + " --child 'pseudonym=Child B,ageWeeks=1' --child 'pseudonym=Child C,ageYears=1'").exit ==
          0);
  const auto shown = office.done("case show 26-0001").data;
  CHECK_THAT(shown, Catch::Contains("12 weeks") && Catch::Contains("1 week") && !Catch::Contains("1 weeks"));
  CHECK_THAT(shown, Catch::Contains("1 year") && !Catch::Contains("1 years"));
}

TEST_CASE("A case is logged from a file, and options are laid over it", "[cli]") {
  const Office office;
  const auto file = (office / "incident.json").string();
  write_file(file, R"({"incidentLogged":{"localAuthorityAwareOn":"2026-04-01","harm":"DEATH","abuseOrNeglect":"KNOWN",)"
                   R"("children":[{"pseudonym":"Child A","ageYears":7}]}})");
  const auto logged = office("case log --output json --file " + file);
  REQUIRE(logged.exit == 0);
  CHECK(logged.at("/clocks/0/startedOn") == "2026-04-01");
  const auto over =
      office("case log --output json --kind incident-logged --local-authority-aware-on 2026-04-02 --file " + file);
  REQUIRE(over.exit == 0);
  CHECK(over.at("/clocks/0/startedOn") == "2026-04-02");
  CHECK(over.at("/children/0/ageYears") == "7");
  CHECK(office("case log --file " + (office / "none").string()).exit == 1);
  write_file(file, "[1, 2]");
  CHECK(office("case log --file " + file).exit == 2);
}

TEST_CASE("A case that a partner refers has no clocks yet", "[cli]") {
  const Office office;
  const auto logged = office(
      "case log --kind learning-referred --referred-by sandwell-school --concern 'An invented concern.' --child "
      "'pseudonym=Child A,ageYears=9' --output json");
  CAPTURE(logged.talk);
  REQUIRE(logged.exit == 0);
  CHECK(logged.at("/stage") == "REFERRED");
}

TEST_CASE("A preview stores nothing", "[cli]") {
  const Office office;
  const auto preview = office(incident + " --validate-only");
  REQUIRE(preview.exit == 0);
  CHECK_THAT(preview.data, Catch::Contains("Nothing was recorded"));
  CHECK_THAT(preview.data, Catch::Contains("notify-panel starts. Due on Mon 13 April 2026."));
  CHECK_THAT(preview.data, !Catch::Contains("entry add :"));
  const auto json = office(incident + " --validate-only --output json");
  CHECK(json.at("/clocks/0/change") == "STARTS");
  const auto cases = office("case list");
  CHECK(cases.exit == 0);
  CHECK(cases.data.empty());
  CHECK(cases.talk == "There is no such case.\n");
}

TEST_CASE("The same key records a case once", "[cli]") {
  const Office office;
  const std::string line = incident + " --idempotency-key spring-1 --output json";
  CHECK(office(line).at("/case") == "26-0001");
  CHECK(office(line).at("/case") == "26-0001");
  const auto other = office(line + " --cause other");
  CHECK(other.exit == 2);
  CHECK_THAT(other.talk, Catch::Contains("key-reused"));
}

TEST_CASE("A case is shown with what it is, what is due and what comes next", "[cli]") {
  const Office office;
  const auto id = office.open();
  const auto shown = office.done("case show " + id).data;
  for (const auto* line : {"Case 26-0001 (practice: invented)\n", "Stage             logged\n",
                           "Local authority   sandwell\n", "Incident          death, abuse or neglect suspected\n",
                           "child-1           Child A, 12 weeks\n", "Version           1\n",
                           "As of             2026-04-02\n", "\nnotify-panel   running  2026-04-02  2026-04-13  5 left",
                           "Next, with reviewctl entry add 26-0001:\n", "  panel-notified  "}) {
    CHECK_THAT(shown, Catch::Contains(line));
  }
}

TEST_CASE("What holds a case is shown with it", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " proceedings-opened --proceedings trial-of-the-lorry-driver --kind criminal");
  const auto shown = office.done("case show " + id).data;
  CHECK_THAT(shown, Catch::Contains("\ntrial-of-the-lorry-driver criminal, open\n"));
  CHECK_THAT(shown,
             Catch::Contains("\nHeld by           proceedings trial-of-the-lorry-driver, since 2026-04-02. Open "));
  CHECK_THAT(office.done("case list").data, Catch::Contains("  held  "));
}

TEST_CASE("A case as it stood", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.day("2026-04-07");
  office.done("entry add " + id + " panel-notified");
  CHECK(office.done("case show " + id + " --output json").at("/stage") == "NOTIFIED");
  CHECK(office.done("case show " + id + " --as-at 2026-04-03 --output json").at("/stage") == "LOGGED");
  CHECK(office("case show " + id + " --as-at 2026-04-01").exit == 3);
  CHECK(office("case show " + id + " --as-at 2026-05-01").exit == 2);
  CHECK(office("case show " + id + " --as-at yesterday").exit == 2);
}

TEST_CASE("Cases are listed in four formats", "[cli]") {
  const Office office;
  for (int i = 0; i < 3; ++i) REQUIRE_FALSE(office.open().empty());
  const auto table = lines_of(office.done("case list").data);
  REQUIRE(table.size() == 4);
  CHECK(table[0] == "CASE     STAGE   OPENED      LOCAL AUTHORITY  CHILDREN  NEXT DUE");
  CHECK(table[1] == "26-0001  logged  2026-04-02  sandwell         1         2026-04-13");
  const auto json = office.done("case list --output json");
  CHECK(json.json().as_object().at("cases").as_array().size() == 3);
  CHECK(json.at("/cases/2/case") == "26-0003");
  const auto lines = lines_of(office.done("case list --output ndjson").data);
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].substr(0, 17) == R"({"case":"26-0002")");
  const auto csv = lines_of(office.done("case list --output csv").data);
  REQUIRE(csv.size() == 4);
  CHECK(csv[0] == "case,stage,openedOn,localAuthority,children,held,nextDueOn,version");
  CHECK(csv[1] == "26-0001,LOGGED,2026-04-02,sandwell,1,false,2026-04-13,1");
}

TEST_CASE("A list takes a filter, an order and a limit", "[cli]") {
  const Office office;
  const auto first = office.open();
  const auto second = office.open();
  office.done("entry add " + first + " panel-notified");
  CHECK(lines_of(office.done("case list --output ndjson --filter 'stage = \"NOTIFIED\"'").data).size() == 1);
  CHECK(office.done("case list --output json --order-by 'openedOn desc' --limit 1")
            .json()
            .as_object()
            .at("cases")
            .as_array()
            .size() == 1);
  CHECK(office("case list --filter 'colour = \"red\"'").exit == 2);
  CHECK(office("case list --limit 0").exit == 2);
}

}  // namespace
}  // namespace review::cli_test

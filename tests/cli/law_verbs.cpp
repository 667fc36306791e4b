#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/cli/cli_support.hpp"
#include "tests/support/places.hpp"

namespace review::cli_test {
namespace {

const std::string scenarios = review::test::source_folder() + "/tests/scenarios";

TEST_CASE("The law that is compiled in has no fault, and a scenario for each clock", "[cli]") {
  const auto checked = ctl("law check --scenarios " + scenarios);
  CHECK(checked.exit == 0);
  CHECK(checked.data.empty());
  CHECK(checked.talk == "Nothing is wrong in the law.\n");
  CHECK(ctl("law check --output json").at("/faults") == "[]");
}

TEST_CASE("A clock that no scenario tells of is a fault", "[cli]") {
  const TemporaryFolder folder;
  write_file(folder / "one.review", "scenario Nothing is told\nsource gov-uk-bank-holidays\non Thu 2 April 2026\n");
  const auto checked = ctl("law check --output csv --scenarios " + folder.operator/("").string());
  CAPTURE(checked.talk);
  CHECK(checked.exit == 1);
  CHECK_THAT(checked.data, Catch::StartsWith("where,says\n") && Catch::Contains("rapid-review"));
  CHECK(ctl("law check --scenarios " + (folder / "none").string()).exit == 1);
}

TEST_CASE("The rules are shown with what they rest on", "[cli]") {
  const auto all = ctl("law show");
  CHECK(all.exit == 0);
  CHECK_THAT(all.data, Catch::Matches("[^]*\nrapid-review +15 working-days +day-after +england-2026[^]*"));
  const auto one = ctl("law show rapid-review");
  CHECK_THAT(one.data, Catch::Contains("Starts with: panel-notified\n"));
  CHECK_THAT(
      one.data,
      Catch::Contains(
          "england-2018, for what starts on 2018-06-29 or later: 15 working days, where the day after is day 1\n"));
  CHECK_THAT(one.data, Catch::Contains("\n  Working Together to Safeguard Children 2018, chapter 4\n"));
  CHECK(ctl("law show rapid-review --output json").at("/clock") == "rapid-review");
  CHECK(ctl("law show --output json").json().as_object().at("clocks").as_array().size() >= 18);
  CHECK_THAT(ctl("law show --output csv").data, Catch::StartsWith("clock,length,counting,law,from,owedBy,"));
  CHECK_THAT(ctl("law show rapid-review --overlay devon-style").data, Catch::Contains("\nHere: "));
  const auto none = ctl("law show rapid-revew");
  CHECK(none.exit == 3);
  CHECK_THAT(none.talk, Catch::Contains("Did you mean rapid-review?"));
}

TEST_CASE("A scenario is told with the dates that come out", "[cli]") {
  const auto told = ctl("scenario run " + scenarios + "/guidance/christmas-with-a-substitute.review");
  CHECK(told.exit == 0);
  CHECK_THAT(told.data, Catch::Contains("notify-panel: Due on Wed 30 December 2026. 5 working days left."));
  const auto json = ctl("scenario run --output json " + scenarios + "/guidance/christmas-with-a-substitute.review " +
                        scenarios + "/guidance/coronation.review");
  CHECK(json.exit == 0);
  CHECK(json.at("/scenarios/1/holds") == "true");
}

TEST_CASE("A scenario whose expectation does not hold ends with 4, and the next is not told", "[cli]") {
  const TemporaryFolder folder;
  const std::string begin =
      "scenario An expectation that does not hold\nsource gov-uk-bank-holidays\non Thu 2 April 2026\n"
      "  record incident-logged local-authority-aware-on=2026-04-02 harm=death abuse-or-neglect=suspected\n";
  write_file(folder / "wrong.review", begin + "  expect clock notify-panel running due Fri 10 April 2026 left 5\n");
  write_file(folder / "right.review", begin + "  expect clock notify-panel running due Mon 13 April 2026 left 5\n");
  const auto wrong = (folder / "wrong.review").string();
  const auto right = (folder / "right.review").string();
  CHECK(ctl({"scenario", "run", right}).exit == 0);
  const auto told = ctl({"scenario", "run", "--output", "json", right, wrong, right});
  CHECK(told.exit == 4);
  CHECK(told.at("/scenarios/1/holds") == "false");
  CHECK(told.at("/scenarios/2").empty());
  CHECK_THAT(ctl({"scenario", "run", wrong}).data, Catch::Contains("Mon 13 April 2026"));
  write_file(folder / "broken.review", "once upon a time\n");
  const auto broken = ctl({"scenario", "run", (folder / "broken.review").string()});
  CHECK(broken.exit == 2);
  CHECK_THAT(broken.talk, Catch::Contains("broken.review"));
  CHECK(ctl({"scenario", "run", (folder / "none.review").string()}).exit == 1);
}

}  // namespace
}  // namespace review::cli_test

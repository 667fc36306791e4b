#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("A programme is opened, shown, listed and added to as a case is", "[cli]") {
  const Office office;
  const auto opened = office.done("programme open --sort multi-agency-audit --title 'Neglect 2026' --from 2026-04-01");
  CHECK_THAT(opened.data, Catch::StartsWith("Programme p26-0001 (practice: invented)\n"));
  CHECK_THAT(opened.data, Catch::Contains("Neglect 2026") && Catch::Contains("settle-standards"));
  const auto added = office.done("entry add p26-0001 programme-step-done --step settle-standards");
  CHECK_THAT(added.data, Catch::Contains("in programme p26-0001, which is now at version 2."));
  CHECK(office.done("programme show p26-0001 --output json").at("/stage") == "UNDER_WAY");
  CHECK(office.done("programme list --output json").at("/programmes/0/programme") == "p26-0001");
  CHECK_THAT(office.done("programme list").data, Catch::Contains("p26-0001") && Catch::Contains("Neglect 2026"));
  CHECK_THAT(office.done("entry list p26-0001").data, Catch::Contains("programme-step-done"));
  CHECK(office("case show p26-0001").exit == 0);
  CHECK(office("programme show 26-0001").exit == 3);
  CHECK(office("entry add p26-0001 panel-notified").exit == 2);
}

TEST_CASE("An improvement plan is set up and read", "[cli]") {
  const Office office;
  office.done("programme open --sort improvement-plan --title Safeguarding");
  office.done("entry add p26-0001 plan-theme-named --title Practice");
  office.done(
      "entry add p26-0001 plan-objective-set --what 'See every child.' --owner police --due-on 2027-01-05 "
      "--aligned-to source=inspection");
  CHECK_THAT(office.done("programme plan p26-0001").data,
             Catch::Contains("See every child.") && Catch::Contains("nothing said"));
  office.done("entry add p26-0001 plan-objective-updated --status amber --update 'Half are seen.'");
  CHECK(office.done("programme plan p26-0001 --output json").at("/objectives/0/status") == "AMBER");
}

TEST_CASE("What is overdue of programmes stands with what is overdue of cases", "[cli]") {
  const Office office;
  const auto of_case = office.open();
  office.done("programme open --sort training --title 'Thresholds'");
  office.done("entry add p26-0001 action-agreed --owner police --due-on 2026-04-08");
  CHECK(office("overdue").exit == 0);
  office.day("2026-04-20");
  const auto all = office("overdue --output json");
  CHECK(all.exit == 6);
  CHECK(all.at("/clocks/0/programme") == "p26-0001");
  CHECK(all.at("/clocks/1/case") == of_case);
  const auto one = office("overdue --case p26-0001 --output json");
  CHECK(one.json().as_object().at("clocks").as_array().size() == 1);
  CHECK(office("overdue --case " + of_case + " --output json").at("/clocks/0/case") == of_case);
  CHECK_THAT(office("overdue").data, Catch::Contains("p26-0001") && Catch::Contains(of_case));
}

}  // namespace
}  // namespace review::cli_test

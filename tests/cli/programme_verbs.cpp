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

TEST_CASE("Who has not answered, what training changed and which pledges are kept is read from the command line",
          "[cli]") {
  const Office office;
  office.done("programme open --sort section-11 --title 'Section 11'");
  office.done(
      "entry add p26-0001 assurance-asked --what 'The audit' --agencies city-hospital,police "
      "--due-on 2026-06-01");
  office.done("entry add p26-0001 assurance-returned --agency police --own-grade met");
  CHECK_THAT(office.done("assurance").data, Catch::Contains("city-hospital") && !Catch::Contains("police"));
  CHECK_THAT(office.done("assurance").talk, Catch::Contains("1 of 2 have answered."));
  CHECK_THAT(office.done("assurance --programme p26-0001").data, Catch::Contains("police"));
  office.done("programme open --sort training --title 'Thresholds'");
  office.done("entry add p26-0002 training-planned --title 'Thresholds'");
  office.done("entry add p26-0002 training-question-set --text 'Do you use it?' --scale yes-partly-no");
  office.done("entry add p26-0002 training-evaluated --round before --answer value=1,people=7");
  const auto training = office.done("programme training p26-0002").data;
  CHECK_THAT(training, Catch::Contains("Do you use it?") && Catch::Contains("1: 7") && Catch::Contains("not asked"));
  CHECK_THAT(training, !Catch::Contains("100%"));
  office.done("programme open --sort pledges --title 'Pledges'");
  office.done("entry add p26-0003 pledge-made --by police --text 'A named officer.'");
  CHECK_THAT(office.done("programme pledges p26-0003").data,
             Catch::Contains("A named officer.") && Catch::Contains("waits"));
}

TEST_CASE("What an audit adds up to stands in tables, each share with what it is of", "[cli]") {
  const Office office;
  office.done("programme open --sort multi-agency-audit --title 'Neglect 2026'");
  office.done(
      "entry add p26-0001 audit-design-settled --template multi-agency-case-audit --standards consent-clear "
      "--priority id=neglect,title=Neglect");
  office.done(
      "entry add p26-0001 audit-case-selected --audit-case heron --priority neglect --agencies "
      "police,east-school");
  office.done(
      "entry add p26-0001 agency-audited-case --agency police --audit-case heron "
      "--answer standard=consent-clear,result=met");
  office.done(
      "entry add p26-0001 action-agreed --owner police --kind single-agency --due-on 2026-12-01 "
      "--what 'Carry the guidance.'");
  const auto shown = office.done("programme audit p26-0001").data;
  CHECK_THAT(shown, Catch::Contains("PLAN OF") && Catch::Contains("Carry the guidance."));
  CHECK_THAT(shown, Catch::Contains("consent-clear") && Catch::Contains("1 of 1 (100%)"));
  CHECK_THAT(shown, Catch::Contains("Not answered: east-school on heron"));
  CHECK(office.done("programme audit p26-0001 --output json").at("/outstanding/0/agency") == "east-school");
  CHECK(office("programme audit p26-0009").exit == 3);
}

}  // namespace
}  // namespace review::cli_test

#include "tests/cli/cli_support.hpp"
#include "tests/http/service_support.hpp"

/// What scripts ask of the learning loop: rounds of monitoring, repeats, evidence, surveys, questions, checks.
namespace review::cli_test {
namespace {

TEST_CASE("A round of monitoring tells who has said nothing, and needs its days", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id +
              " action-agreed --action handovers --what 'Write handovers down.' --owner POLICE --due-on 2026-04-30");
  office.day("2026-05-05");
  const auto round = office.done("monitoring --from 2026-05-01 --to 2026-07-31");
  CHECK_THAT(round.data, Catch::Contains("handovers") && Catch::Contains("Write handovers down."));
  CHECK_THAT(round.talk, Catch::Contains("1 action: 0 completed, 1 overdue, 1 not updated"));
  CHECK(office.done("monitoring --from 2026-05-01 --to 2026-07-31 --output json").at("/actions/0/owner") == "POLICE");
  CHECK(office("monitoring --from 2026-05-01 --to 2026-07-31 --group nobody").exit == 2);
  CHECK(office("monitoring").exit == 2);
}

TEST_CASE("What was said before, and what shows that practice is different, are asked for by name", "[cli]") {
  const Office office;
  const auto first = office.open();
  const std::string learned = " learning-captured --finding 'finding=A gap.,themes=babies,source=data'";
  office.done("entry add " + first + learned);
  office.done("entry add " + first +
              " recommendation-made --kind single-agency --text 'Write handovers down.' --to POLICE --themes babies");
  office.done("entry add " + first +
              " action-agreed --action handovers --what 'Use one form.' --owner POLICE --due-on 2026-04-30 "
              "--recommendation recommendation-1");
  office.day("2026-04-07");
  const auto second = office.open("2026-04-06");
  office.done("entry add " + second + learned);
  const auto repeats = office.done("repeats " + second).data;
  CHECK_THAT(repeats, Catch::Contains("FOUND BEFORE") && Catch::Contains("babies"));
  CHECK(office.done("repeats " + second + " --output json").at("/themes/0/theme") == "babies");
  const auto theme = office.done("evidence theme babies --by years").data;
  CHECK_THAT(theme, Catch::StartsWith("Babies") && Catch::Contains("Found, "));
  CHECK_THAT(theme, Catch::Contains("handovers") && Catch::Contains("Use one form."));
  const auto made = office.done("evidence recommendation " + first + " recommendation-1").data;
  CHECK_THAT(made, Catch::StartsWith("Made on 2026-04-02: Write handovers down.") && Catch::Contains("handovers"));
  CHECK_THAT(made, Catch::Contains("FOUND SINCE") && Catch::Contains(second));
  CHECK(office.done("evidence recommendation " + first + " recommendation-1 --output json").at("/case") == first);
  CHECK(office("evidence theme babies --by weeks").exit == 2);
  CHECK(office("evidence recommendation " + first + " none").exit == 3);
  CHECK(office("repeats 26-9999").exit == 3);
}

TEST_CASE("A survey is read round by round, and a share says what it is of", "[cli]") {
  const Office office;
  office.done("programme open --sort workforce-survey --title 'The front line'");
  office.done(
      "entry add p26-0001 survey-question-asked --text 'Do you ask?' --answer answer=yes,text=Yes --answer "
      "answer=no,text=No --themes babies");
  CHECK_THAT(office.done("programme survey p26-0001").data, Catch::Contains("not answered yet"));
  office.done(
      "entry add p26-0001 survey-round-answered --asked 40 --count answer=yes,number=9 --count answer=no,number=3");
  const auto survey = office.done("programme survey p26-0001").data;
  CHECK_THAT(survey, Catch::Contains("yes 9 of 12 (75%); no 3 of 12 (25%)") && Catch::Contains("Do you ask?"));
  CHECK(office("programme survey p26-0009").exit == 3);
}

TEST_CASE("Questions of scrutiny are listed with what is open", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " questions-attached --questions same-again");
  const auto open = office.done("questions " + id);
  CHECK_THAT(open.data, Catch::Contains("same-again"));
  CHECK_THAT(open.talk, Catch::Contains("1 open, 0 answered, 0 not known."));
  CHECK(lines_of(office.done("questions " + id + " --output csv").data).at(0) ==
        "question,area,review,attachedOn,open,answeredOn,notKnown,text,answer");
  CHECK(office("questions 26-9999").exit == 3);
}

TEST_CASE("The checks of a review and what its reviewer was asked are shown", "[cli]") {
  service_test::Practice practice;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  practice.add(id,
               R"({"reviewHealthChecked":{"onTime":false,"qualitySatisfactory":true,"findings":"Slow, and good."}})");
  practice.add(id, R"({"reviewerAsked":{"what":"A list.","dueOn":"2026-02-04"}})");
  practice.day("2026-02-05");
  const TemporaryFolder folder;
  const auto token = folder / "token";
  write_file(token, practice.daemon.issue("a-reader", "reader") + "\n");
  const auto asked = [&](const std::string& line) {
    return ctl(words_of(line) + Words{"--server", "http://127.0.0.1:" + std::to_string(practice.daemon.port()),
                                      "--token-file", token.string()});
  };
  const auto health = asked("health " + id + " review-1");
  CAPTURE(health.talk);
  REQUIRE(health.exit == 0);
  CHECK_THAT(health.data, Catch::Contains("Slow, and good.") && Catch::Contains("A list."));
  CHECK_THAT(health.talk, Catch::Contains("1 check; 1 request to the reviewer open, 1 of them late."));
  CHECK(asked("health " + id + " review-9").exit == 3);
  CHECK(asked("health " + id + " review-1 --output json").at("/review") == "review-1");
}

}  // namespace
}  // namespace review::cli_test

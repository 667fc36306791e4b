#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Whether practice is different since something was learned, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

/// A case with a finding, what was recommended for it and an action that is done.
std::string with_learning(Practice& practice) {
  const auto id = practice.open();
  practice.day("2026-02-02");
  practice.add(id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"A mulberry gap.",)"
                   R"("themes":["information-sharing"],"source":"TABLETOP_REVIEW","foundOn":"2025-11"}]}})");
  practice.add(id, R"({"recommendationMade":{"text":"Name who leads.","to":["POLICE"],"findings":["gap"]}})");
  practice.add(id, R"({"actionAgreed":{"action":"rota","what":"Write a rota.","owner":"POLICE","dueOn":"2026-06-01",)"
                   R"("recommendation":"recommendation-1"}})");
  return id;
}

TEST_CASE("The page of a theme draws how often it was found, with the table behind it, and each number opens",
          "[web]") {
  Practice practice;
  const auto id = with_learning(practice);
  practice.add(id, R"({"actionUpdated":{"action":"rota","progress":"COMPLETE","reached":"DONE"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/learning"), "href=\"/learning/themes/information-sharing\""));
  const auto page = browser.open("/learning/themes/information-sharing");
  INFO(page.body);
  REQUIRE(page.status == 200);
  CHECK(says(page, "<h1 class=\"govuk-heading-l\">"));
  CHECK(says(page, "aria-label=\"Bar chart of How often it was found. October to December 2025: 1."));
  CHECK(says(page, "href=\"/learning/themes/information-sharing/2025-10-01/tabletop-review\""));
  CHECK(says(page, "Write a rota."));
  CHECK(says(page, "Mon 2 Feb 2026"));
  CHECK(says(page, "No survey question is on record that asks about it."));
  CHECK(says(page, "No finding is on record that confirms or contradicts one under this theme."));
  CHECK_FALSE(says(page, "style="));
  const auto behind = browser.open("/learning/themes/information-sharing/2025-10-01/tabletop-review");
  REQUIRE(behind.status == 200);
  CHECK(says(behind, "href=\"/cases/" + id + "\""));
  CHECK(says(behind, "Learning captured"));
  CHECK(says(behind, "How often it was found: October to December 2025, Tabletop review"));
  CHECK(says(browser.open("/learning/themes/information-sharing/csv?by=YEARS"), "April 2025 to March 2026"));
  CHECK(browser.open("/learning/themes/no-such-theme").status == 404);
}

TEST_CASE("What is different since a recommendation says honestly where nothing is on record", "[web]") {
  Practice practice;
  const auto id = with_learning(practice);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/recommendations/evidence?case=" + id + "&recommendation=recommendation-1";
  const auto list = browser.open("/recommendations");
  CHECK(says(list, "href=\"/recommendations/evidence?case=" + id + "&amp;recommendation=recommendation-1\""));
  const auto page = browser.open(at);
  INFO(page.body);
  REQUIRE(page.status == 200);
  for (const auto* words : {"What is different now?", "Name who leads.", "None on record", "Not looked at again",
                            "Nothing is on record that was found under them since.",
                            "No finding is on record that confirms or contradicts what it follows from.",
                            "No survey question is on record that asks about it."}) {
    INFO(words);
    CHECK(says(page, words));
  }
  practice.add(id, R"({"actionUpdated":{"action":"rota","progress":"COMPLETE","reached":"CHECKED",)"
                   R"("evidence":"An elderberry sample."}})");
  CHECK(says(browser.open(at), "An elderberry sample."));
  CHECK(browser.open("/recommendations/evidence?case=26-0099&recommendation=recommendation-1").status == 404);
}

TEST_CASE("A survey shows the number beside each percentage", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto opened = practice.coordinator.post(
      "/v1/programmes", R"({"programmeOpened":{"sort":"WORKFORCE_SURVEY","title":"The front line"}})");
  REQUIRE(opened.status == 201);
  const auto survey = "/programmes/" + opened.text("/programme");
  CHECK(says(browser.open(survey), "href=\"" + survey + "/survey\""));
  CHECK(says(browser.open(survey + "/survey"), "Nothing is asked yet."));
  const auto add = [&](const std::string& body) {
    const auto sent = practice.coordinator.post("/v1" + survey + "/entries", body);
    INFO(sent.body);
    REQUIRE(sent.status == 201);
  };
  add(R"({"surveyQuestionAsked":{"text":"Do you know who leads?","answers":[{"answer":"yes","text":"Yes",)"
      R"("hopedFor":true},{"answer":"no","text":"No"}],"themes":["information-sharing"]}})");
  CHECK(says(browser.open(survey + "/survey"), "No round of it has been answered yet."));
  add(R"({"surveyRoundAnswered":{"asked":120,"counts":[{"answer":"yes","number":31},{"answer":"no","number":19}]}})");
  const auto page = browser.open(survey + "/survey");
  CHECK(says(page, "Do you know who leads?"));
  CHECK(says(page, "62% (31 of 50)"));
  CHECK(says(page, "50 of 120 asked"));
  CHECK(says(browser.open("/learning/themes/information-sharing"), "62% (31 of 50)"));
}

}  // namespace
}  // namespace review::service_test

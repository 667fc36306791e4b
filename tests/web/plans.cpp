#include "tests/http/plan_support.hpp"
#include "tests/support/browser.hpp"

/// Improvement plans, questions of scrutiny and the time and quality of a review, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("The board reads its plan on one page, in words and not by colour alone", "[web]") {
  FollowedPlan plan;
  auto browser = Browser::of(plan.practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/programmes/p26-0001"), "/programmes/p26-0001/plan"));
  const auto page = browser.open("/programmes/p26-0001/plan");
  REQUIRE(page.status == 200);
  for (const auto* words :
       {"Safeguarding", "What moved since last time", "Better", "Red: off track", "Amber: at risk", "Green: on track",
        "Nothing said yet", "Monday 2 February 2026, late", "Inspection: First priority action", "Hire six people.",
        "href=\"#part-1\"", "Risks to the plan", "Agency workers stay.", "Status history", "Two in five are late."}) {
    INFO(words);
    CHECK(says(page, words));
  }
  const auto file = browser.open("/programmes/p26-0001/plan.csv");
  CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(says(file, "objective-1"));
}

TEST_CASE("Before any board looked, on the day of the first look and after it, a plan says which it is", "[web]") {
  FollowedPlan plan;
  plan.at = "/v1/programmes/p26-0002";
  plan.open(R"({"programmeOpened":{"sort":"IMPROVEMENT_PLAN","title":"Another","owner":"improvement-board"}})");
  auto browser = Browser::of(plan.practice.daemon, "a-smith", "coordinator");
  const auto page = [&] { return browser.open("/programmes/p26-0002/plan"); };
  CHECK(says(page(), "No board has looked at it before"));
  plan.add(R"({"planRoundHeld":{"by":"improvement-board"}})");
  CHECK(says(page(), "This is the first look at it, by "));
  CHECK_FALSE(says(page(), "No board has looked at it before"));
  plan.practice.day("2026-02-04");
  CHECK(says(page(), "It was last looked at on Tuesday 3 February 2026"));
}

TEST_CASE("A plan leads to the records that its objectives follow from, where the reader sees them", "[web]") {
  FollowedPlan plan;
  auto& practice = plan.practice;
  // No programme has the number of this case.
  static_cast<void>(practice.open());
  const auto of_case = practice.open();
  practice.add(of_case, R"({"recommendationMade":{"text":"See every child.","to":["POLICE"]}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const std::string heading = "What objectives follow from in other records";
  CHECK_FALSE(says(browser.open("/programmes/p26-0001/plan"), heading));
  plan.add(R"({"planObjectiveSet":{"planTheme":"plan-theme-2","what":"Follow the review.","owner":"POLICE",)"
           R"("dueOn":"2026-12-01","alignedTo":[{"source":"LCSPR","recommendation":"recommendation-1","ofCase":")" +
           of_case + R"("}]}})");
  const auto page = browser.open("/programmes/p26-0001/plan");
  CHECK(says(page, heading));
  CHECK(says(page, "href=\"/cases/" + of_case + "\">Case " + of_case + "</a>"));
  CHECK(says(page, " of case " + of_case));
  plan.add(R"({"memberAdded":{"person":"a-member","role":"PANEL_MEMBER"}})");
  auto member = Browser::of(practice.daemon, "a-member", "panel-member");
  const auto covered = member.open("/programmes/p26-0001/plan");
  REQUIRE(covered.status == 200);
  CHECK(says(covered, "Follow the review."));
  CHECK_FALSE(says(covered, of_case));
  CHECK_FALSE(says(covered, heading));
}

TEST_CASE("The form of a status offers the objectives by their words", "[web]") {
  FollowedPlan plan;
  auto browser = Browser::of(plan.practice.daemon, "a-smith", "coordinator");
  const auto form = browser.open("/programmes/p26-0001/add/planObjectiveUpdated");
  CHECK(says(form, "value=\"objective-2\""));
  CHECK(says(form, "Write histories down."));
  CHECK(says(browser.open("/programmes/p26-0001/add/planObjectiveSet"), "Front-line practice"));
}

TEST_CASE("Who may not record in a plan is offered nothing", "[web]") {
  FollowedPlan plan;
  auto reader = Browser::of(plan.practice.daemon, "a-reader", "reader");
  const auto page = reader.open("/programmes/p26-0001/plan");
  REQUIRE(page.status == 200);
  CHECK_FALSE(says(page, "/add/planObjectiveUpdated"));
}

TEST_CASE("Questions are attached from the bank, and stand open until they are answered", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/cases/" + id + "/add/questionsAttached"), "value=\"last-three-reviews\""));
  practice.add(id, R"({"questionsAttached":{"questions":["last-three-reviews","turnover"]}})");
  practice.add(id, R"({"questionAnswered":{"question":"turnover","notKnown":true}})");
  const auto page = browser.open("/cases/" + id + "/questions");
  REQUIRE(page.status == 200);
  CHECK(says(page, "What did our last three reviews raise"));
  CHECK(says(page, "Not known"));
  CHECK(says(page, "questionAnswered.question=last-three-reviews"));
  CHECK_FALSE(says(page, "questionAnswered.question=turnover"));
  const auto form = browser.open("/cases/" + id + "/add/questionAnswered?questionAnswered.question=turnover");
  CHECK(says(form, "value=\"turnover\""));
  CHECK_FALSE(says(form, "value=\"same-again\""));
}

TEST_CASE("The page of a review's time and quality shows what the reviewer still owes", "[web]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  practice.add(id, R"({"reviewerAsked":{"what":"A draft of chapter two.","dueOn":"2026-02-04"}})");
  practice.add(id, R"({"reviewHealthChecked":{"onTime":true,"quality":[)"
                   R"({"point":"family-has-a-part","judgement":"TOO_EARLY","why":"Asked last week."}]}})");
  practice.day("2026-02-05");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + id + "/reviews/review-1/health";
  CHECK(says(browser.open("/cases/" + id), at));
  const auto page = browser.open(at);
  REQUIRE(page.status == 200);
  for (const auto* words : {"A draft of chapter two.", "Open, due on Wednesday 4 February 2026, late",
                            "Too early to tell", "Asked last week.", "Not said"}) {
    INFO(words);
    CHECK(says(page, words));
  }
}

TEST_CASE("The form of a check asks each point of quality, and sends those that were judged", "[web]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + id + "/add/reviewHealthChecked";
  const auto form = browser.open(at);
  CHECK(says(form, "Does the review keep to its terms of reference?"));
  CHECK(says(form, "reviewHealthChecked.quality.6.judgement"));
  const auto from = form.body.find("name=\"key\" value=\"") + 18;
  const auto taken = browser.send(at, {{"key", form.body.substr(from, form.body.find('"', from) - from)},
                                       {"reviewHealthChecked.review", "review-1"},
                                       {"reviewHealthChecked.onTime", "true"},
                                       {"reviewHealthChecked.quality.count", "2"},
                                       {"reviewHealthChecked.quality.0.point", "keeps-to-terms"},
                                       {"reviewHealthChecked.quality.1.point", "family-has-a-part"},
                                       {"reviewHealthChecked.quality.1.judgement", "PARTLY"},
                                       {"do", "record"}});
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  const auto health = practice.coordinator.get("/v1/cases/" + id + "/reviews/review-1/health");
  CHECK(health.text("/checks/0/quality/0/point") == "family-has-a-part");
  CHECK_FALSE(says(health, "keeps-to-terms"));
}

}  // namespace
}  // namespace review::service_test

#include "tests/http/service_support.hpp"

// Questions of scrutiny, and how the partners see to a review while it runs, over HTTP.

namespace review::service_test {
namespace {

TEST_CASE("Attached questions have their words, their answers and what shows them", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  practice.add(id, R"({"questionsAttached":{"questions":["last-three-reviews","same-again","turnover"]}})");
  practice.add(id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"Nobody saw it."},)"
                   R"({"id":"shared","finding":"Histories are shared."}]}})");
  const auto noted = practice.add(id, note);
  const std::string entry = noted.at("entry").as_string().c_str();
  practice.add(id, R"({"questionAnswered":{"question":"last-three-reviews","answer":"It changed.",)"
                   R"("findings":["shared"],"entries":[")" +
                       entry + R"("]}})");
  practice.add(id, R"({"questionAnswered":{"question":"turnover","notKnown":true}})");
  const auto shown = caller.get("/v1/cases/" + id + "/questions");
  INFO(shown.body);
  REQUIRE(shown.status == 200);
  CHECK(says(shown, "What did our last three reviews raise"));
  CHECK(shown.text("/questions/0/area") == "Learning from reviews");
  CHECK(shown.text("/questions/0/answer") == "It changed.");
  CHECK(shown.text("/questions/0/evidence/0/words") == "Histories are shared.");
  CHECK(shown.text("/questions/0/evidence/1/words") == "Note added");
  CHECK(shown.json().at("open").as_int64() == 1);
  CHECK(shown.json().at("answered").as_int64() == 1);
  CHECK(shown.json().at("notKnown").as_int64() == 1);
  auto stranger = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(stranger.get("/v1/cases/" + id + "/questions").status == 404);
}

TEST_CASE("The law lists the bank of questions", "[service]") {
  Practice practice;
  const auto law = practice.coordinator.get("/v1/law");
  CHECK(says(law, "last-three-reviews"));
  CHECK(says(law, "review-quality"));
}

TEST_CASE("A review shows its checks, and what its reviewer was asked and answered", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  practice.add(id, R"({"reviewHealthChecked":{"onTime":false,"qualitySatisfactory":true,"findings":"Slow, and good.",)"
                   R"("expectedOn":"2026-09-30","quality":[{"point":"keeps-to-terms","judgement":"MET"}]}})");
  practice.add(id, R"({"reviewerAsked":{"what":"A draft."}})");
  practice.add(id, R"({"reviewerAsked":{"what":"A list.","dueOn":"2026-02-04"}})");
  practice.day("2026-02-05");
  const auto at = "/v1/cases/" + id + "/reviews/review-1/health";
  const auto asked = caller.get(at);
  INFO(asked.body);
  REQUIRE(asked.status == 200);
  CHECK(asked.json().at("openRequests").as_int64() == 2);
  CHECK(asked.json().at("lateRequests").as_int64() == 1);
  CHECK(says(asked, R"("dueOn":"2026-02-04")"));
  // Ten working days after Monday 2 February.
  CHECK(says(asked, R"("dueOn":"2026-02-16")"));
  CHECK(asked.text("/checks/0/expectedOn") == "2026-09-30");
  CHECK(asked.text("/checks/0/found") == "Slow, and good.");
  CHECK(asked.text("/checks/0/quality/0/text") == "Does the review keep to its terms of reference?");
  CHECK(says(caller.get("/v1/alerts?case=" + id), "reviewer-answer"));
  practice.add(id, R"({"reviewerAnswered":{"reviewerRequest":"reviewer-request-2","answer":"Here it is."}})");
  const auto answered = caller.get(at);
  CHECK(answered.json().at("openRequests").as_int64() == 1);
  CHECK(answered.json().at("lateRequests").as_int64() == 0);
  // The open one stands first.
  CHECK(answered.text("/requests/0/what") == "A draft.");
  CHECK(answered.text("/requests/1/answer") == "Here it is.");
  CHECK(caller.get("/v1/cases/" + id + "/reviews/review-9/health").status == 404);
}

TEST_CASE(
    "What a reviewer is asked and answers, and what a check of the review says, is kept with the report that an "
    "embargo covers",
    "[service]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  practice.add(id, R"({"reviewerAsked":{"what":"The chapter on Quillfeather."}})");
  practice.add(id, R"({"reviewerAnswered":{"answer":"Quillfeather is in it."}})");
  practice.add(id, R"({"reviewHealthChecked":{"onTime":true,"findings":"Quillfeather is told well."}})");
  auto reader = practice.daemon.caller(practice.daemon.issue("a-reader", "reader"));
  const auto at = "/v1/cases/" + id + "/reviews/review-1/health";
  CHECK(says(reader.get(at), "Quillfeather"));
  practice.add(id, R"({"embargoPlaced":{"covers":["REPORT"],"reviewOn":"2026-09-01","reason":"Invented."}})");
  const auto kept = reader.get(at);
  CHECK(kept.status == 200);
  CHECK_FALSE(says(kept, "Quillfeather"));
  CHECK(kept.text("/requests/0/answer") == "Under embargo");
  CHECK(says(practice.coordinator.get(at), "Quillfeather"));
}

TEST_CASE("A reviewer records answers, and asks nobody", "[service]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.day("2026-02-02");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-oak"]}})");
  practice.add(id, R"({"memberAdded":{"person":"reviewer-oak","role":"REVIEWER"}})");
  practice.add(id, R"({"reviewerAsked":{"what":"A draft."}})");
  auto reviewer = practice.daemon.caller(practice.daemon.issue("reviewer-oak", "reviewer"));
  const auto at = "/v1/cases/" + id + "/entries";
  CHECK(reviewer.post(at, R"({"reviewerAsked":{"what":"A draft."}})").code() == "not-permitted");
  CHECK(reviewer.post(at, R"({"reviewerAnswered":{"answer":"Next week."}})").status == 201);
}

}  // namespace
}  // namespace review::service_test

#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

/// Improvement plans, questions of scrutiny, and the time and quality of reviews.
void ask_about_plans(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto at = "/v1/programmes/" +
                  caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"IMPROVEMENT_PLAN","title":"Invented"}})")
                      .text("/programme");
  for (const auto* body :
       {R"({"planThemeNamed":{"title":"Invented"}})",
        R"({"planObjectiveSet":{"what":"Invented.","outcome":"Invented.","owner":"POLICE","dueOn":"2099-01-05",)"
        R"("alignedTo":[{"source":"INSPECTION","part":"Invented"}]}})",
        R"({"actionAgreed":{"owner":"POLICE","dueOn":"2099-01-05","what":"Invented."}})",
        R"({"planActionsTied":{"actions":["action-1"]}})",
        R"({"planRiskRaised":{"what":"Invented.","likelihood":"HIGH","impact":"LOW","owner":"POLICE"}})",
        R"({"planRiskUpdated":{"update":"Invented.","closed":true}})",
        R"({"planObjectiveUpdated":{"status":"NOT_KNOWN","update":"Invented."}})",
        R"({"planRoundHeld":{"by":"improvement-board"}})", R"({"questionsAttached":{"questions":["same-again"]}})"})
    answers.keep("addProgrammeEntry", caller.post(at + "/entries", body));
  answers.keep("getPlan", caller.get(at + "/plan"));
  answers.keep("getPlan", caller.get(at + "/plan?asAt=never"));
  answers.keep("getPlanAsCsv", caller.get(at + "/plan:csv"));
  answers.keep("listProgrammeQuestions", caller.get(at + "/questions"));
  const auto id = practice.open(R"({"learningReferred":{"referredBy":"police","concern":"Invented."}})");
  practice.add(id, R"({"referralDecided":{"outcome":"SPOTLIGHT","reasons":"Invented."}})");
  practice.add(id, R"({"reviewCommissioned":{"reviewers":["reviewer-1"]}})");
  practice.add(id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"Invented."}]}})");
  practice.add(id, R"({"questionsAttached":{"questions":["same-again"],"review":"review-1"}})");
  practice.add(id, R"({"questionAnswered":{"question":"same-again","answer":"Invented.","findings":["gap"]}})");
  answers.keep("listQuestions", caller.get("/v1/cases/" + id + "/questions"));
  practice.add(id, R"({"reviewHealthChecked":{"onTime":true,"findings":"Invented.","expectedOn":"2099-01-05",)"
                   R"("quality":[{"point":"keeps-to-terms","judgement":"MET","why":"Invented."}]}})");
  practice.add(id, R"({"reviewerAsked":{"what":"Invented."}})");
  practice.add(id, R"({"reviewerAnswered":{"answer":"Invented."}})");
  answers.keep("getReviewHealth", caller.get("/v1/cases/" + id + "/reviews/review-1/health"));
  answers.keep("getReviewHealth", caller.get("/v1/cases/" + id + "/reviews/review-9/health"));
}

}  // namespace review::service_test

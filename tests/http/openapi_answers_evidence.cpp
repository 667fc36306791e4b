#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

void ask_about_evidence(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  practice.add(
      id, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"A gap.","themes":["young-carers"],)"
          R"("source":"PEER_REVIEW","foundOn":"2019"},{"finding":"The same.","themes":["young-carers"],)"
          R"("foundOn":"2020-12","foundUntil":"2020-12-30","bearsOn":[{"finding":"gap","bearing":"CONFIRMS"}]}]}})");
  practice.add(id, R"({"recommendationMade":{"recommendation":"ask","text":"Ask.","findings":["gap"]}})");
  practice.add(id, R"({"actionAgreed":{"action":"asking","what":"Ask.","owner":"police","dueOn":"2035-01-05",)"
                   R"("recommendation":"ask"}})");
  practice.add(id, R"({"actionUpdated":{"action":"asking","progress":"COMPLETE","reached":"CHANGED","evidence":"x"}})");
  practice.add(id, R"({"actionRechecked":{"action":"asking","finding":"CHANGED","evidence":"x","by":"police"}})");
  const auto survey =
      caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"WORKFORCE_SURVEY","title":"Invented"}})")
          .text("/programme");
  const auto at = "/v1/programmes/" + survey;
  answers.keep("addProgrammeEntry",
               caller.post(at + "/entries",
                           R"({"surveyQuestionAsked":{"text":"Do you ask?","answers":[{"answer":"yes","text":"Yes",)"
                           R"("hopedFor":true},{"answer":"no"}],"themes":["young-carers"]}})"));
  answers.keep(
      "addProgrammeEntry",
      caller.post(at + "/entries", R"({"surveyRoundAnswered":{"asked":9,"counts":[{"answer":"yes","number":3}]}})"));
  answers.keep("getSurvey", caller.get(at + "/survey"));
  answers.keep("getSurvey", caller.get("/v1/programmes/p26-9999/survey"));
  const std::string theme = "/v1/themes/young-carers/evidence";
  answers.keep("getThemeEvidence", caller.get(theme));
  answers.keep("getThemeEvidence", caller.get(theme + "?by=weeks"));
  answers.keep("getThemeEvidenceAsCsv", caller.get("/v1/themes/young-carers/evidence:csv"));
  answers.keep("listThemeFigure", caller.get(theme + "/all/all?by=YEARS"));
  answers.keep("listThemeFigure", caller.get(theme + "/none/all"));
  answers.keep("getRecommendationEvidence", caller.get("/v1/recommendations/evidence?recommendation=ask&case=" + id));
  answers.keep("getRecommendationEvidence", caller.get("/v1/recommendations/evidence?case=" + id));
}

}  // namespace review::service_test

#include "tests/http/openapi_answers.hpp"

namespace review::service_test {

/// The registers over all cases.
void ask_about_actions(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  practice.add(id, R"({"recommendationMade":{"text":"Invented.","kind":"NATIONAL","to":["PANEL"]}})");
  practice.add(id, R"({"recommendationAnswered":{"by":"PANEL","answer":"REJECTED","reasons":"Invented."}})");
  practice.add(id,
               R"({"actionAgreed":{"what":"Write it down.","owner":"police","dueOn":"2030-01-07","measure":"Audit",)"
               R"("recommendation":"recommendation-1","person":"pat","kind":"SINGLE_AGENCY","monitoredBy":"BOARD"}})");
  practice.add(id, R"({"actionUpdated":{"progress":"AMBER","update":"Invented.","reached":"CHECKED","evidence":"x",)"
                   R"("dueOn":"2030-02-04","reason":"Invented."}})");
  practice.add(id, R"({"actionUpdated":{"progress":"COMPLETE"}})");
  practice.add(id, R"({"actionRechecked":{"finding":"CHANGED","evidence":"Invented.","by":"police"}})");
  answers.keep("getCase", caller.get("/v1/cases/" + id));
  answers.keep("addEntry", caller.post("/v1/cases/" + id + "/entries?validateOnly=true",
                                       R"({"recommendationMade":{"text":"Consider it.","to":["PANEL"]}})"));
  answers.keep("listActions", caller.get("/v1/actions?filter=case=" + id));
  answers.keep("listActions", caller.get("/v1/actions?filter=colour=red"));
  answers.keep("listActionsAsCsv", caller.get("/v1/actions:csv"));
  answers.keep("listRecommendations", caller.get("/v1/recommendations?filter=case=" + id));
  answers.keep("listRecommendationsAsCsv", caller.get("/v1/recommendations:csv"));
  const std::string round = "?from=2020-01-01&to=2035-12-31&monitoredBy=BOARD";
  answers.keep("getMonitoring", caller.get("/v1/actions/monitoring" + round));
  answers.keep("getMonitoring", caller.get("/v1/actions/monitoring"));
  answers.keep("getMonitoringAsCsv", caller.get("/v1/actions/monitoring:csv" + round));
  practice.add(id, R"({"actionAgreed":{"action":"late","owner":"police","dueOn":"2030-01-07","monitoredBy":"BOARD"}})");
  practice.add(id, R"({"actionEscalated":{"action":"late","to":"POLICE","why":"Invented."}})");
  answers.keep("listActions", caller.get("/v1/actions?filter=case=" + id));
  const auto rounds =
      caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"MONITORING_ROUND","title":"Invented"}})")
          .text("/programme");
  answers.keep("addProgrammeEntry",
               caller.post("/v1/programmes/" + rounds + "/entries",
                           R"({"monitoringRoundHeld":{"monitoredBy":"BOARD","from":"2019-01-01","until":"2019-12-31",)"
                           R"("noted":"Invented."}})"));
  answers.keep("getProgramme", caller.get("/v1/programmes/" + rounds));
  answers.keep("getMonitoring", caller.get("/v1/actions/monitoring" + round));
  const std::string papers = "/v1/actions/monitoring/";
  answers.keep("getMonitoringExceptions", caller.get(papers + "exceptions:odt" + round));
  answers.keep("getMonitoringExceptions", caller.get(papers + "exceptions:odt"));
  answers.keep("getMonitoringExceptionsAsPdf", caller.get(papers + "exceptions:pdf" + round));
  answers.keep("getMonitoringHeadlines", caller.get(papers + "headlines:odt" + round));
  answers.keep("getMonitoringHeadlinesAsPdf", caller.get(papers + "headlines:pdf" + round));
}

}  // namespace review::service_test

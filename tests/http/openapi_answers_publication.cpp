#include "reviewd/http/multipart.hpp"
#include "tests/http/openapi_answers.hpp"

namespace review::service_test {
namespace {

void ask_of_review(Answers& answers, HttpCaller& caller, const std::string& at) {
  answers.keep("getPublication", caller.get(at + "/publication"));
  answers.keep("getDelayLetter", caller.get(at + "/delay-letter"));
  const auto of_case = at.substr(0, at.find("/reviews/"));
  answers.keep("listLetters", caller.get(of_case + "/letters"));
  answers.keep("getLetter", caller.get(of_case + "/letters/notification:odt"));
  answers.keep("getLetter", caller.get(of_case + "/letters/none:odt"));
  answers.keep("getLetterAsPdf", caller.get(of_case + "/letters/notification:pdf"));
  answers.keep("getPublicationPlanner", caller.get(at + "/planner?on=2026-05-07"));
  answers.keep("getPublicationPlanner", caller.get(at + "/planner?on=soon"));
  answers.keep("getPublicationBundle", caller.get(at + "/bundle"));
}

void ask_for_the_register(Answers& answers, HttpCaller& caller) {
  answers.keep("listPublications", caller.get("/v1/publications?pageSize=1"));
  answers.keep("listPublications", caller.get("/v1/publications?filter=colour=red"));
  answers.keep("listPublicationsAsCsv", caller.get("/v1/publications:csv"));
  answers.keep("getPublicationsPage", caller.get("/v1/publications:page"));
  answers.keep("getFigures", caller.get("/v1/figures?from=2026-01-01&to=2026-12-31"));
  answers.keep("getFigures", caller.get("/v1/figures?from=2025-04-01&to=2026-03-31&published=true"));
  answers.keep("getFigures", caller.get("/v1/figures?from=soon"));
  answers.keep("getFiguresAsCsv", caller.get("/v1/figures/children-age:csv?from=2026-01-01&to=2026-12-31"));
  answers.keep("getFiguresAsSpreadsheet", caller.get("/v1/figures:spreadsheet?from=2026-01-01&to=2026-12-31"));
  answers.keep("getFiguresText", caller.get("/v1/figures:odt?from=2026-01-01&to=2026-12-31"));
  answers.keep("getFiguresText", caller.get("/v1/figures:odt?from=soon"));
  answers.keep("getFiguresPdf", caller.get("/v1/figures:pdf?from=2026-01-01&to=2026-12-31"));
  answers.keep("listFigure", caller.get("/v1/figures/routes/notified/all?from=2026-01-01&to=2026-12-31"));
  answers.keep("listFigure", caller.get("/v1/figures/routes/notified/none"));
}

}  // namespace

/// A report from its plan to its being taken down.
void ask_about_publication(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto before = caller.get("/v1/practice/today").text("/date");
  const auto id = practice.accepted_case();
  const auto at = "/v1/cases/" + id + "/reviews/review-1";
  ask_of_review(answers, caller, at);
  practice.add(id, R"({"publicationPlanned":{"plannedOn":"2026-06-15"}})");
  practice.add(id, R"({"publicationStepAssigned":{"step":"LEGAL_READ","owner":"a-lawyer"}})");
  practice.add(id, R"({"publicationStepDone":{"step":"FAMILY_READ"}})");
  practice.add(id, R"({"advanceCopySent":{"to":["PANEL","SECRETARY_OF_STATE","OFSTED"],"version":1}})");
  const auto form = reviewd::write_multipart(
      "invented", {{"title", std::nullopt, "", "Report"}, {"file", "report.txt", "", "Invented."}});
  REQUIRE(
      caller.post("/v1/cases/" + id + "/documents", form, {{"Content-Type", "multipart/form-data; boundary=invented"}})
          .status == 201);
  practice.day("2026-06-15");
  practice.add(id, R"({"reportPublished":{"version":1,"form":"FULL","title":"Invented","document":"document-1",)"
                   R"("address":"https://example.org/report"},"despite":[{"code":"report-check-missing",)"
                   R"("reasons":"Invented.","authorisedBy":"the-chair"}]})");
  ask_of_review(answers, caller, at);
  practice.day("2026-06-16");
  ask_of_review(answers, caller, at);
  ask_for_the_register(answers, caller);
  practice.add(id, R"({"reportTakenDown":{"reason":"FACTUAL_ERROR"}})");
  ask_of_review(answers, caller, at);
  ask_for_the_register(answers, caller);
  ask_of_review(answers, caller, "/v1/cases/" + id + "/reviews/none");
  auto reader = practice.daemon.reader();
  answers.keep("getPublicationPlanner", reader.get(at + "/planner?on=2026-05-07"));
  answers.keep("getPublicationBundle", reader.get(at + "/bundle"));
  REQUIRE(caller.put("/v1/practice/today", R"({"date":")" + before + R"("})").status == 200);
}

}  // namespace review::service_test

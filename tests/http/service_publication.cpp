#include <fmt/format.h>

#include <algorithm>

#include "reviewd/http/multipart.hpp"
#include "tests/http/service_support.hpp"

/// A report is planned, published, recalled, kept and taken down.
namespace review::service_test {
namespace {

namespace json = boost::json;

const std::string plan = R"({"publicationPlanned":{"plannedOn":"2026-06-15"}})";
const std::string copy = R"({"advanceCopySent":{"to":["PANEL","SECRETARY_OF_STATE","OFSTED"],"version":1}})";

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

/// A case whose report is accepted on 1 June 2026, planned for Monday 15 June, with its copies out and its document
/// filed and checked for names.
struct Ready {
  explicit Ready(const std::string& title = "Learning from one family") {
    id = practice.accepted_case();
    practice.add(id, plan);
    practice.add(id, copy);
    const auto form = reviewd::write_multipart(
        "invented", {{"title", std::nullopt, "", "Report"}, {"file", "Child A.txt", "", "The published words."}});
    const auto filed = practice.coordinator.post("/v1/cases/" + id + "/documents", form,
                                                 {{"Content-Type", "multipart/form-data; boundary=invented"}});
    INFO(filed.body);
    REQUIRE(filed.status == 201);
    practice.check_report(id, "document-1");
    practice.day("2026-06-15");
    published = fmt::format(R"({{"reportPublished":{{"version":1,"form":"FULL","title":"{}","document":"document-1",)"
                            R"("address":"https://partnership.example/reports/1"}}}})",
                            title);
  }

  [[nodiscard]] std::string at(const std::string& what) const {
    return "/v1/cases/" + id + "/reviews/review-1/" + what;
  }
  HttpAnswer get(const std::string& what) { return practice.coordinator.get(at(what)); }
  json::array rows(const std::string& filter = "") {
    const auto answer = practice.coordinator.get("/v1/publications" + filter);
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    return answer.json().at("publications").as_array();
  }

  Practice practice;
  std::string id;
  std::string published;
};

/// One step of the answer.
json::object step_of(const HttpAnswer& answer, const std::string& step) {
  const auto value = answer.json();
  for (const auto& one : value.at("steps").as_array()) {
    if (std::string_view(one.at("step").as_string()) == step) return one.as_object();
  }
  FAIL("no step " << step);
  return {};
}

TEST_CASE("What is to be done before publication is told with its day, its owner and what is missing", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  const auto at = "/v1/cases/" + id + "/reviews/review-1/publication";
  auto answer = practice.coordinator.get(at);
  INFO(answer.body);
  CHECK(answer.status == 200);
  CHECK(has(answer.body, "No day is planned."));
  practice.add(id, plan);
  practice.add(id, R"({"publicationStepAssigned":{"step":"LEGAL_READ","owner":"a-lawyer"}})");
  practice.add(id, R"({"publicationStepDone":{"step":"FAMILY_READ"}})");
  answer = practice.coordinator.get(at);
  const auto legal = step_of(answer, "LEGAL_READ");
  CHECK(std::string_view(legal.at("owner").as_string()) == "people/a-lawyer");
  // Fifteen working days before 15 June, with the spring bank holiday between.
  CHECK(std::string_view(step_of(answer, "REPORT_CHECK").at("owner").as_string()) == "people/a-lawyer");
  CHECK(std::string_view(legal.at("dueOn").as_string()) == "2026-05-22");
  CHECK(std::string_view(legal.at("state").as_string()) == "OVERDUE");
  const auto family = step_of(answer, "FAMILY_READ");
  CHECK(family.at("done").as_bool());
  CHECK(std::string_view(family.at("doneOn").as_string()) == "2026-06-01");
  practice.add(id, R"({"reportReturned":{"reasons":"A name was left in."}})");
  practice.add(id, R"({"reportAccepted":{"version":2}})");
  answer = practice.coordinator.get(at);
  CHECK_FALSE(step_of(answer, "FAMILY_READ").at("done").as_bool());
  CHECK(step_of(answer, "FAMILY_READ").at("outOfDate").as_bool());
  CHECK(has(answer.body, "again: it was done with an older version."));
}

TEST_CASE("A publication can be recalled for an hour, and nothing of it goes outside before", "[service]") {
  Ready ready;
  const auto entry = ready.practice.add(ready.id, ready.published);
  auto standing = ready.get("publication");
  INFO(standing.body);
  CHECK(standing.json().as_object().contains("recallUntil"));
  CHECK_FALSE(standing.json().at("out").as_bool());
  CHECK(ready.rows().empty());
  CHECK_FALSE(has(ready.practice.coordinator.get("/v1/publications:csv").body, "partnership.example"));
  CHECK_FALSE(has(ready.practice.coordinator.get("/v1/publications:page").body, "partnership.example"));
  CHECK(ready.get("bundle").status == 409);
  ready.practice.add(ready.id,
                     fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE","reasons":"Too soon."}}}})",
                                 std::string(entry.at("entry").as_string())));
  CHECK(ready.practice.stage(ready.id) == "REPORT_ACCEPTED");
  ready.practice.day("2026-06-16");
  CHECK(ready.rows().empty());
  CHECK(ready.get("bundle").status == 409);
}

TEST_CASE("A recall over the service goes on into the cases that the review joins", "[service]") {
  Practice practice;
  const auto [lead, joined] = practice.cases_of_one_review();
  const auto entry = practice.add(lead, R"({"reportPublished":{"version":1}})");
  CHECK(practice.stage(joined) == "PUBLISHED");
  const auto version = practice.version(joined);
  practice.add(lead, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE","reasons":"Too soon."}}}})",
                                 std::string(entry.at("entry").as_string())));
  CHECK(practice.stage(lead) == "REPORT_ACCEPTED");
  CHECK(practice.stage(joined) == "REPORT_ACCEPTED");
  CHECK(practice.version(joined) == version + 1);
  practice.refused(lead, R"({"reportPublished":{"version":1}})", "report-check-missing");
  practice.check_report(lead);
  practice.add(lead, R"({"reportPublished":{"version":1}})");
  practice.add(lead, R"({"reportTakenDown":{"reason":"CHILD_AT_RISK"}})");
  practice.refused(joined, R"({"reportTakenDown":{"reason":"CHILD_AT_RISK"}})", "already-recorded");
}

TEST_CASE("After the time of recall a report stands in the register, on the page and in the bundle", "[service]") {
  Ready ready("Learning <from> one \\\"family\\\"");
  const auto entry = ready.practice.add(ready.id, ready.published);
  ready.practice.day("2026-06-16");
  const auto late = ready.practice.refused(ready.id,
                                           fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})",
                                                       std::string(entry.at("entry").as_string())),
                                           "not-in-this-stage", "/entryWithdrawn/entry", "regulation 17");
  CHECK(has(late.text("/detail"), "Take the report down, or replace it with a new version."));
  const auto standing = ready.get("publication");
  CHECK_FALSE(standing.json().as_object().contains("recallUntil"));
  CHECK(standing.json().at("out").as_bool());
  const auto rows = ready.rows();
  REQUIRE(rows.size() == 1);
  CHECK(std::string_view(rows[0].at("case").as_string()) == ready.id);
  CHECK(std::string_view(rows[0].at("keptUntil").as_string()) == "2027-06-15");
  CHECK(ready.rows("?filter=takenDown=true").empty());
  CHECK(ready.rows("?filter=form=FULL%20AND%20publishedOn%3E=2026-06-01").size() == 1);
  CHECK(ready.practice.coordinator.get("/v1/publications?filter=colour=red").status == 400);
  const auto page = ready.practice.coordinator.get("/v1/publications:page");
  CHECK(has(page.body, "Learning &lt;from&gt; one &quot;family&quot;"));
  CHECK_FALSE(has(page.body, ready.id));
  CHECK_FALSE(has(page.body, "Child A"));
  CHECK_FALSE(has(page.body, "<script"));
  const auto bundle = ready.get("bundle");
  REQUIRE(bundle.status == 200);
  CHECK(bundle.header("Content-Type") == "application/zip");
  CHECK(bundle.body.starts_with("PK"));
  CHECK(has(bundle.body, "report.txt"));
  CHECK(has(bundle.body, "about-this-report.json"));
  CHECK_FALSE(has(bundle.body, "Child A"));
  CHECK_FALSE(has(bundle.header("Content-Disposition"), ready.id));
}

TEST_CASE("While a new version can be recalled, the register has the one whose place it takes", "[service]") {
  Ready ready;
  ready.practice.add(ready.id, ready.published);
  ready.practice.day("2026-06-16");
  const auto form = reviewd::write_multipart(
      "invented", {{"title", std::nullopt, "", "Report"}, {"file", "report.txt", "", "The words put right."}});
  const auto filed = ready.practice.coordinator.post("/v1/cases/" + ready.id + "/documents", form,
                                                     {{"Content-Type", "multipart/form-data; boundary=invented"}});
  INFO(filed.body);
  REQUIRE(filed.status == 201);
  ready.practice.check_report(ready.id, "document-2");
  ready.practice.add(ready.id, R"({"reportReplaced":{"document":"document-2","reasons":"A fact was wrong.",)"
                               R"("address":"https://partnership.example/reports/2"}})");
  const auto stands = [&](const std::string& document, const std::string& address) {
    const auto rows = ready.rows();
    REQUIRE(rows.size() == 1);
    CHECK(std::string_view(rows[0].at("document").as_string()) == document);
    CHECK(std::string_view(rows[0].at("address").as_string()) == address);
    CHECK(std::string_view(rows[0].at("firstPublishedOn").as_string()) == "2026-06-15");
    CHECK(has(ready.practice.coordinator.get("/v1/publications:page").body, address));
  };
  stands("document-1", "https://partnership.example/reports/1");
  CHECK(ready.get("bundle").status == 409);
  ready.practice.day("2026-06-17");
  stands("document-2", "https://partnership.example/reports/2");
  CHECK(ready.get("bundle").status == 200);
}

TEST_CASE("A report that went out without a check for names says so, and why, in how its publication stands",
          "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, copy);
  practice.day("2026-06-15");
  const std::string published = R"("reportPublished":{"version":1,"form":"FULL"})";
  const auto refused = practice.refused(id, "{" + published + "}", "report-check-missing");
  CHECK(refused.text("/detail") == "The report was not checked for names. Check it first.");
  const auto at = "/v1/cases/" + id + "/reviews/review-1/publication";
  practice.add(id, "{" + published +
                       R"(,"despite":[{"code":"report-check-missing","reasons":"The council put it out.",)"
                       R"("authorisedBy":"the-chair"}]})");
  const auto standing = practice.coordinator.get(at);
  INFO(standing.body);
  CHECK(standing.text("/despite/0/code") == "report-check-missing");
  CHECK(standing.text("/despite/0/title") == "The report was not checked for names");
  CHECK(standing.text("/despite/0/reasons") == "The council put it out.");
  CHECK(standing.text("/despite/0/authorisedBy") == "the-chair");
}

TEST_CASE("A report without a title is called by what was found, and not by what was suspected", "[service]") {
  Ready ready;
  ready.practice.add(ready.id, R"({"reportPublished":{"version":1,"form":"FULL"}})");
  ready.practice.day("2026-06-16");
  const auto rows = [&] { return ready.rows(); };
  CHECK(std::string_view(rows()[0].at("about").as_string()) == "alleged abuse or neglect");
  CHECK(has(ready.practice.coordinator.get("/v1/publications:page").body, "review about alleged abuse or neglect"));
  ready.practice.add(ready.id, R"({"proceedingsOpened":{"kind":"CRIMINAL"}})");
  ready.practice.add(ready.id, R"({"proceedingsConcluded":{"finding":"NOT_FOUND"}})");
  CHECK(std::string_view(rows()[0].at("about").as_string()) == "what happened to a child or young person");
  CHECK_FALSE(has(ready.practice.coordinator.get("/v1/publications:page").body, "neglect"));
}

TEST_CASE("A report that is held or taken down does not leave, and the register says why", "[service]") {
  Ready ready;
  ready.practice.add(ready.id, ready.published);
  ready.practice.day("2026-06-16");
  CHECK(ready.get("bundle").status == 200);
  ready.practice.add(ready.id,
                     R"({"embargoPlaced":{"reason":"A new trial.","reviewOn":"2026-07-16","covers":["REPORT"]}})");
  CHECK(ready.get("bundle").code() == "publication-held");
  ready.practice.add(ready.id, R"({"reportTakenDown":{"reason":"IDENTIFIED"}})");
  CHECK(ready.get("bundle").code() == "not-in-this-stage");
  const auto rows = ready.rows("?filter=takenDown=true");
  REQUIRE(rows.size() == 1);
  CHECK(std::string_view(rows[0].at("takenDownFor").as_string()) == "IDENTIFIED");
  CHECK_FALSE(has(ready.practice.coordinator.get("/v1/publications:page").body, "partnership.example"));
}

TEST_CASE("The letter about a delay is drafted from the record, and its sending is an update", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id,
               R"({"proceedingsOpened":{"proceedings":"proceedings-1","kind":"CRIMINAL","expectedEnd":"2026-11"}})");
  const auto at = "/v1/cases/" + id + "/reviews/review-1/";
  const auto letter = practice.coordinator.get(at + "delay-letter");
  INFO(letter.body);
  CHECK(letter.status == 200);
  CHECK(has(letter.text("/text"), "Your reference: SIN-EXAMPLE-1"));
  CHECK(has(letter.text("/text"), "Other proceedings (Criminal) have held publication since 1 June 2026."));
  CHECK(has(letter.text("/text"), "The 6 months in which to publish end on 21 July 2026."));
  CHECK_FALSE(has(letter.text("/text"), "Child A"));
  practice.add(
      id, R"({"delayReported":{"to":["PANEL","SECRETARY_OF_STATE"],"reasons":"A trial.","expectedOn":"2026-12"}})");
  const auto standing = practice.coordinator.get(at + "publication");
  CHECK(standing.text("/delayReportedOn") == "2026-06-01");
  CHECK(standing.text("/expectedOn") == "2026-12");
  CHECK(has(practice.coordinator.get(at + "delay-letter").text("/text"), "We expect to publish in December 2026."));
}

}  // namespace
}  // namespace review::service_test

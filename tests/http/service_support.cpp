#include "tests/http/service_support.hpp"

#include <fmt/format.h>

#include "libreview/base/refusal.hpp"

namespace review::service_test {

namespace json = boost::json;

std::string decided(const std::string& outcome, const std::string& meeting) {
  std::string criteria;
  for (const char* id :
       {"improvements-needed", "recurrent-themes", "agencies-working-together", "panel-suggests-review"})
    criteria += fmt::format(R"({}{{"criterion":"{}","met":"YES"}})", criteria.empty() ? "" : ",", id);
  return fmt::format(R"({{"rapidReviewDecided":{{"outcome":"{}","reasons":"Invented.","criteria":[{}]{}}}}})", outcome,
                     criteria, meeting.empty() ? "" : fmt::format(R"(,"meeting":"{}")", meeting));
}

std::string signed_off(const std::string& body) {
  return fmt::format(R"({{"signedOff":{{"of":"RAPID_REVIEW","body":"{}"}}}})", body);
}

std::string if_match(int version) { return fmt::format("\"{}\"", version); }

std::vector<std::string> texts(const HttpAnswer& answer, const std::string& list, const std::string& field) {
  std::vector<std::string> all;
  const auto value = answer.json();
  for (const auto& one : value.at(list).as_array()) all.emplace_back(one.at(field).as_string());
  return all;
}

Practice::Practice(DaemonWish wish) : daemon(wish), coordinator(daemon.coordinator()) {
  if (wish.practice) day("2026-01-05");
}

void Practice::day(const std::string& iso) {
  REQUIRE(coordinator.put("/v1/practice/today", fmt::format(R"({{"date":"{}"}})", iso)).status == 200);
}

std::string Practice::open(const std::string& body) {
  const auto answer = coordinator.post("/v1/cases", body);
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  return answer.text("/case");
}

HttpAnswer Practice::send(const std::string& case_id, const std::string& body) {
  return coordinator.post("/v1/cases/" + case_id + "/entries", body, {{"If-Match", if_match(version(case_id))}});
}

json::object Practice::add(const std::string& case_id, const std::string& body) {
  const auto answer = send(case_id, body);
  INFO(body << "\n" << answer.body);
  REQUIRE(answer.status == 201);
  return answer.json().as_object();
}

HttpAnswer Practice::refused(const std::string& case_id, const std::string& body, const std::string& code,
                             const std::string& pointer, const std::string& cites) {
  const auto before = size();
  auto answer = send(case_id, body);
  INFO(body << "\n" << answer.body);
  const auto* row = find_code(code);
  REQUIRE(row != nullptr);
  CHECK(answer.code() == code);
  CHECK(answer.status == row->status);
  CHECK(answer.header("Content-Type") == "application/problem+json");
  CHECK(answer.text("/title") == row->title);
  CHECK_FALSE(answer.text("/detail").empty());
  CHECK_FALSE(answer.text("/requestId").empty());
  if (!pointer.empty()) CHECK(answer.text("/violations/0/pointer") == pointer);
  if (!cites.empty()) CHECK(answer.text("/cites/0").find(cites) != std::string::npos);
  CHECK(size() == before);
  return answer;
}

json::object Practice::show(const std::string& case_id) {
  const auto answer = coordinator.get("/v1/cases/" + case_id);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  return answer.json().as_object();
}

std::string Practice::stage(const std::string& case_id) { return std::string(show(case_id).at("stage").as_string()); }

int Practice::version(const std::string& case_id) {
  const auto answer = coordinator.get("/v1/cases/" + case_id + "/entries?pageSize=1");
  return answer.status == 200 ? std::stoi(answer.header("ETag").substr(1)) : 1;
}

std::int64_t Practice::size() { return coordinator.get("/v1/journal/head").json().at("size").as_int64(); }

std::string Practice::clock(const std::string& case_id, const std::string& clock, const std::string& as_at) {
  const auto answer =
      coordinator.get("/v1/cases/" + case_id + "/clocks/" + clock + (as_at.empty() ? "" : "?asAt=" + as_at));
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  return answer.text("/state") + " " + answer.text("/dueOn");
}

std::string Practice::notified_case() {
  day("2026-01-05");
  const auto id = open();
  day("2026-01-07");
  add(id, notified);
  return id;
}

std::string Practice::submitted_case() {
  const auto id = notified_case();
  day("2026-01-21");
  add(id, decided("LCSPR"));
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"}) add(id, signed_off(body));
  day("2026-01-26");
  add(id, R"({"rapidReviewSubmitted":{"version":1}})");
  return id;
}

std::string Practice::accepted_case() {
  const auto id = submitted_case();
  day("2026-02-02");
  add(id, R"({"panelResponded":{"view":"AGREES","letterDated":"2026-02-02"}})");
  add(id, R"({"reviewCommissioned":{"review":"review-1","reviewers":["reviewer-oak"]}})");
  day("2026-06-01");
  add(id, R"({"reportAccepted":{"version":1}})");
  return id;
}

void Practice::check_report(const std::string& case_id, const std::string& document) {
  if (document.empty()) {
    add(case_id, R"({"reportRehearsed":{}})");
    return;
  }
  const auto checked = coordinator.post("/v1/cases/" + case_id + "/reviews/review-1:rehearse",
                                        fmt::format(R"({{"document":"{}"}})", document));
  INFO(checked.body);
  REQUIRE(checked.status == 200);
  add(case_id, fmt::format(R"({{"reportRehearsed":{{"document":"{}"}}}})", document));
}

std::pair<std::string, std::string> Practice::cases_of_one_review() {
  const auto lead = submitted_case();
  const auto joined = submitted_case();
  day("2026-02-02");
  for (const auto& id : {lead, joined}) add(id, R"({"panelResponded":{"view":"AGREES"}})");
  add(lead, fmt::format(R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}"]}}}})", joined));
  day("2026-06-01");
  add(lead, R"({"reportAccepted":{"version":1}})");
  add(lead, R"({"advanceCopySent":{"version":1}})");
  check_report(lead);
  day("2026-06-15");
  return {lead, joined};
}

}  // namespace review::service_test

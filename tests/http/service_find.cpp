#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <map>

#include "tests/http/service_support.hpp"

/// Search, saved views, the overview, the worklist and lists for spreadsheets, over HTTP.
namespace review::service_test {
namespace {

std::string wish(const std::string& words, const std::string& more = "") {
  return fmt::format(R"({{"words":"{}"{}}})", words, more);
}

/// Cases in a stage, and those of them that are late.
using StageNumbers = std::pair<std::int64_t, std::int64_t>;

std::map<std::string, StageNumbers> stages_counted(const HttpAnswer& overview) {
  std::map<std::string, StageNumbers> stages;
  const auto told = overview.json();
  for (const auto& one : told.at("stages").as_array()) {
    stages[one.at("stage").as_string().c_str()] = {one.at("cases").as_int64(), one.at("late").as_int64()};
  }
  return stages;
}

/// The same by looking at each case.
std::map<std::string, StageNumbers> stages_of_rows(const HttpAnswer& overview) {
  std::map<std::string, StageNumbers> stages;
  const auto told = overview.json();
  for (const auto& row : told.at("cases").as_array()) {
    auto& [cases, late] = stages[row.at("stage").as_string().c_str()];
    ++cases;
    const auto& owed = row.at("owed").as_array();
    late += std::ranges::any_of(owed, [](const auto& one) { return one.at("late").as_int64() > 0; }) ? 1 : 0;
  }
  return stages;
}

TEST_CASE("A search is asked in the body, page by page, and finds nothing that is hidden", "[service]") {
  Practice practice;
  const auto id = practice.open();
  for (int i = 0; i < 5; ++i) practice.add(id, R"({"noteAdded":{"text":"Quillfeather was seen."}})");
  const auto entry = practice.add(id, R"({"noteAdded":{"text":"Quillfeather again."}})").at("entry");
  auto& caller = practice.coordinator;
  const auto first = caller.post("/v1/cases:search", wish("quillf", R"(,"pageSize":4)"));
  INFO(first.body);
  REQUIRE(first.status == 200);
  CHECK(texts(first, "finds", "case") == std::vector<std::string>(4, id));
  CHECK(first.json().at("total") == 6);
  CHECK(first.text("/finds/0/label") == "Note added");
  const auto second =
      caller.post("/v1/cases:search",
                  wish("quillf", fmt::format(R"(,"pageSize":4,"pageToken":"{}")", first.text("/nextPageToken"))));
  CHECK(texts(second, "finds", "case").size() == 2);
  CHECK(second.text("/nextPageToken").empty());
  practice.add(id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_CASE"}}}})",
                               std::string_view(entry.as_string())));
  CHECK(caller.post("/v1/cases:search", wish("quillf")).json().at("total") == 5);
  CHECK(practice.daemon.administrator().post("/v1/cases:search", wish("quillf")).status == 403);
  CHECK(practice.daemon.caller().post("/v1/cases:search", wish("quillf")).status == 401);
  auto outside = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(outside.post("/v1/cases:search", wish("quillf")).json().at("total") == 0);
  CHECK(practice.daemon.said().find("uillf") == std::string::npos);
}

TEST_CASE("A search that cannot be read is refused with its place", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const std::pair<std::string, std::string> rows[] = {{"{}", "/words"},
                                                      {wish("a"), "/words"},
                                                      {wish(std::string(201, 'a')), "/words"},
                                                      {R"({"words":7})", "/words"},
                                                      {wish("ab", R"(,"pageSize":-1)"), "/pageSize"},
                                                      {wish("ab", R"(,"pageToken":"x")"), "/pageToken"}};
  for (const auto& [body, pointer] : rows) {
    const auto answer = caller.post("/v1/cases:search", body);
    INFO(body << "\n" << answer.body);
    CHECK(answer.status == 400);
    CHECK(answer.text("/violations/0/pointer") == pointer);
  }
  CHECK(caller.post("/v1/cases:search", wish("ab", R"(,"unknown":1)")).code() == "unknown-field");
  CHECK(caller.get("/v1/cases:search?words=ab").status == 405);
}

TEST_CASE("Saved views hold choices only, and are their person's own", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto saved = caller.post("/v1/savedViews", R"({"name":" Late ones ","query":"held=yes&stage=LOGGED&page=x"})");
  INFO(saved.body);
  REQUIRE(saved.status == 201);
  CHECK(saved.text("/name") == "Late ones");
  CHECK(saved.text("/query") == "stage=LOGGED&held=yes");
  const auto again = caller.post("/v1/savedViews", R"({"name":"Late ones","query":"due=late"})");
  CHECK(again.text("/savedView") == saved.text("/savedView"));
  CHECK(texts(caller.get("/v1/savedViews"), "savedViews", "query") == std::vector<std::string>{"due=late"});
  for (const char* query : {"words=Quillfeather", "stage=STARTED", "stage=LOGGED&stage=CLOSED", "from=soon", "%zz"}) {
    INFO(query);
    const auto refused = caller.post("/v1/savedViews", fmt::format(R"({{"name":"x","query":"{}"}})", query));
    CHECK(refused.status == 400);
    CHECK(refused.text("/violations/0/pointer") == "/query");
  }
  CHECK(caller.post("/v1/savedViews", R"({"name":"  ","query":""})").text("/violations/0/pointer") == "/name");
  auto other = practice.daemon.coordinator("coordinator-2");
  CHECK(texts(other.get("/v1/savedViews"), "savedViews", "name").empty());
  const auto at = "/v1/savedViews/" + saved.text("/savedView") + ":delete";
  CHECK(other.post(at, "").status == 404);
  CHECK(caller.post(at, "").status == 200);
  CHECK(caller.post(at, "").status == 404);
  for (int i = 0; i < 30; ++i) {
    CHECK(caller.post("/v1/savedViews", fmt::format(R"({{"name":"View {}","query":""}})", i)).status == 201);
  }
  CHECK(caller.post("/v1/savedViews", R"({"name":"One more","query":""})").status == 400);
}

TEST_CASE("A list for a spreadsheet says what it is, holds no formula and nothing personal", "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","summary":"Marrowbone","children":[{"pseudonym":"=Child A",)"
      R"("name":"Quillfeather"}]}})");
  const auto file = practice.coordinator.get("/v1/cases:csv?orderBy=openedOn");
  REQUIRE(file.status == 200);
  CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"cases-2026-01-05.csv\"");
  CHECK(file.header("Cache-Control") == "no-store");
  CHECK(file.body.substr(0, 38) == "\xef\xbb\xbf\"OFFICIAL-SENSITIVE, PRACTICE: ever");
  CHECK(file.body.find("\r\ncase,pseudonyms,stage,openedOn,localAuthority,nextDueOn,") != std::string::npos);
  CHECK(file.body.find("\r\n" + id + ",'=Child A,LOGGED,2026-01-05,sandwell,2026-01-12,") != std::string::npos);
  for (const char* words : {"Quillfeather", "Marrowbone"}) CHECK(file.body.find(words) == std::string::npos);
  const auto none = practice.coordinator.get("/v1/cases:csv?filter=held=true");
  CHECK(std::count(none.body.begin(), none.body.end(), '\n') == 3);
  const auto clocks = practice.coordinator.get("/v1/cases/-/clocks:csv?filter=state=RUNNING");
  CHECK(clocks.body.find(id + ",notify-panel,Notify the National Panel,RUNNING,2026-01-05,2026-01-12,") !=
        std::string::npos);
  CHECK(practice.coordinator.get("/v1/cases:csv?filter=unknown=1").status == 400);
  CHECK(practice.daemon.administrator().get("/v1/cases:csv").status == 403);
}

TEST_CASE("The overview has every open case, what is late first, and the worklist what to do", "[service]") {
  Practice practice;
  const auto late = practice.open();
  const auto notified_id = practice.notified_case();
  const auto closed = practice.open(R"({"learningReferred":{"referredBy":"police","concern":"Invented."}})");
  practice.add(closed, R"({"referralDecided":{"outcome":"NO_FURTHER_ACTION","reasons":"Invented."}})");
  practice.add(closed, R"({"caseClosed":{"reason":"COMPLETE"}})");
  practice.day("2026-01-14");
  const auto overview = practice.coordinator.get("/v1/overview");
  INFO(overview.body);
  REQUIRE(overview.status == 200);
  CHECK(texts(overview, "cases", "case") == std::vector<std::string>{late, notified_id});
  CHECK(overview.text("/cases/0/next/state") == "OVERDUE");
  CHECK(overview.json().at("cases").at(1).at("rapidReview").at("day") == 5);
  CHECK(overview.text("/stages/0/stage") == "LOGGED");
  CHECK(overview.json().at("stages").at(0).at("late") == 1);
  const auto first = practice.coordinator.get("/v1/overview?pageSize=1");
  CHECK(texts(first, "cases", "case") == std::vector<std::string>{late});
  CHECK(first.json().at("stages") == overview.json().at("stages"));
  CHECK(first.json().at("more") == true);
  const auto second = practice.coordinator.get("/v1/overview?pageSize=1&pageToken=" + first.text("/nextPageToken"));
  CHECK(texts(second, "cases", "case") == std::vector<std::string>{notified_id});
  CHECK(second.text("/nextPageToken").empty());
  CHECK(practice.coordinator.get("/v1/overview?pageToken=unreadable").status == 400);
  const auto work = practice.coordinator.get("/v1/worklist").json();
  CHECK(work.at("overdue").at("items").at(0).at("clock").at("case") == boost::json::string(late));
  CHECK(work.at("overdue").at("items").at(0).at("pseudonyms").at(0) == "Child A");
  CHECK(work.at("held").as_array().empty());
  auto outside = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(texts(outside.get("/v1/overview"), "cases", "case").empty());
  CHECK(outside.get("/v1/worklist").json().at("overdue").at("items").as_array().empty());
  CHECK(outside.get("/v1/cases:choices").json().at("localAuthorities").as_array().empty());
  CHECK(practice.coordinator.get("/v1/cases:choices").text("/localAuthorities/0") == "sandwell");
}

TEST_CASE("The overview counts and names the open cases that its reader sees, and what holds them", "[service]") {
  Practice practice;
  const auto open = practice.open();
  const auto held = practice.notified_case();
  practice.add(held, R"({"embargoPlaced":{"reason":"Invented.","reviewOn":"2026-12-01"}})");
  const auto sealed = practice.open();
  practice.add(sealed, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  practice.day("2026-01-14");
  const auto all = practice.coordinator.get("/v1/overview");
  REQUIRE(all.status == 200);
  CHECK(stages_counted(all) == stages_of_rows(all));
  CHECK(stages_counted(all)["LOGGED"] == StageNumbers{2, 2});
  auto reader = practice.daemon.reader("a-reader");
  const auto seen = reader.get("/v1/overview");
  REQUIRE(seen.status == 200);
  CHECK(stages_counted(seen) == stages_of_rows(seen));
  CHECK(stages_counted(seen)["LOGGED"] == StageNumbers{1, 1});
  CHECK(texts(seen, "cases", "case") == std::vector<std::string>{open, held});
  CHECK(seen.text("/cases/1/holds/0/kind") == "EMBARGO");
  CHECK(seen.text("/cases/1/localAuthority") == "sandwell");
  // What is told of a case does not come from who asked before.
  auto outside = practice.daemon.caller(practice.daemon.issue("a-member", "panel-member"));
  CHECK(stages_counted(outside.get("/v1/overview")).empty());
}

TEST_CASE("Cases are found by the date that is next, and by the agency that was asked", "[service]") {
  Practice practice;
  const auto first = practice.notified_case();
  const auto second = practice.open();
  practice.add(first, R"({"agencyReturnRequested":{"agencies":["city-hospital"],"dueOn":"2026-01-16"}})");
  const auto listed = [&](const std::string& query) {
    return texts(practice.coordinator.get("/v1/cases?" + query), "cases", "case");
  };
  CHECK(listed("filter=agency=%22city-hospital%22") == std::vector<std::string>{first});
  CHECK(practice.coordinator.get("/v1/cases?filter=agency=police").code() == "not-a-choice");
  CHECK(listed("orderBy=nextDueOn%20desc").back() == listed("orderBy=nextDueOn").front());
  practice.day("2026-01-15");
  CHECK(listed("filter=nextDueOn%3C2026-01-15") == std::vector<std::string>{first, second});
  CHECK(listed("filter=nextDueOn%3C2026-01-05").empty());
  CHECK(practice.coordinator.get("/v1/cases?filter=agency!=police").status == 400);
}

TEST_CASE("Entries come newest first where that is asked for, and some can be left out", "[service]") {
  Practice practice;
  const auto id = practice.open();
  for (int i = 0; i < 6; ++i) practice.add(id, note);
  const auto at = "/v1/cases/" + id + "/entries";
  auto all = texts(practice.coordinator.get(at), "entries", "entry");
  std::reverse(all.begin(), all.end());
  const auto newest = practice.coordinator.get(at + "?orderBy=recordedTime%20desc&pageSize=2&skip=3");
  CHECK(texts(newest, "entries", "entry") == std::vector<std::string>{all[3], all[4]});
  CHECK(newest.json().at("totalSize") == 7);
  const auto rest = practice.coordinator.get(
      at + "?orderBy=recordedTime%20desc&pageSize=2&pageToken=" + newest.text("/nextPageToken"));
  CHECK(texts(rest, "entries", "entry") == std::vector<std::string>{all[5], all[6]});
  CHECK(texts(practice.coordinator.get(at + "?skip=99"), "entries", "entry").empty());
  for (const char* query : {"?orderBy=entry", "?skip=-1", "?skip=x"})
    CHECK(practice.coordinator.get(at + query).status == 400);
}

}  // namespace
}  // namespace review::service_test

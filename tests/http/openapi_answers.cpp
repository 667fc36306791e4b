#include "tests/http/openapi_answers.hpp"

#include <fmt/format.h>

#include "reviewd/http/multipart.hpp"
#include "tests/support/browser.hpp"
#include "tools/reviewctl/fill_demo.hpp"

/// Writes what tests/openapi/lint compares with the document: answers of a service to each operation.
namespace review::service_test {
namespace {

/// The last day of what it filled in, as an ISO date.
std::string fill(const Daemon& daemon) {
  std::map<std::string, HttpCaller> callers;
  const auto exchange = [&](const reviewctl::WorldRequest& asked) {
    auto& caller = callers.try_emplace(asked.token, daemon.caller(asked.token)).first->second;
    HttpFields fields;
    if (!asked.if_match.empty()) fields.emplace_back("If-Match", asked.if_match);
    auto answer = caller.send(asked.method, asked.target, asked.body, fields);
    return reviewctl::WorldAnswer{answer.status, std::move(answer.body)};
  };
  const auto filled = reviewctl::fill_demo(exchange, daemon.administrator_token());
  if (!filled) FAIL(filled.error().says);
  return filled->today.iso();
}

void ask_of_case(Answers& answers, HttpCaller& caller, const std::string& id) {
  const auto at = "/v1/cases/" + id;
  answers.keep("getCase", caller.get(at));
  answers.keep("getTimetable", caller.get(at + "/timetable"));
  answers.keep("getProceedings", caller.get(at + "/proceedings"));
  for (const auto& entry : texts(answers.keep("listEntries", caller.get(at + "/entries")), "entries", "entry"))
    answers.keep("getEntry", caller.get(at + "/entries/" + entry));
  const auto clocks = answers.keep("listCaseClocks", caller.get(at + "/clocks"));
  for (const auto& clock : texts(clocks, "clocks", "clock"))
    answers.keep("getClock", caller.get(at + "/clocks/" + clock));
  const auto opened = answers.keep("getCase", caller.get(at)).text("/openedOn");
  answers.keep("getCase", caller.get(at + "?asAt=" + opened));
  answers.keep("listEntries", caller.get(at + "/entries?pageSize=1&asAt=" + opened));
}

void ask_across(Answers& answers, HttpCaller& caller) {
  answers.keep("listCases", caller.get("/v1/cases?orderBy=openedOn%20desc&pageSize=3"));
  answers.keep("listCases", caller.get("/v1/cases?filter=held=true"));
  answers.keep("listCases", caller.get("/v1/cases?filter=unknown=true"));
  answers.keep("listCases", caller.get("/v1/cases?pageSize=-1"));
  answers.keep("listClocks", caller.get("/v1/cases/-/clocks?filter=state=\"OVERDUE\"&orderBy=dueOn"));
  answers.keep("getCase", caller.get("/v1/cases/26-9999"));
  answers.keep("getCase", caller.get("/v1/cases/26-0001?asAt=tomorrow"));
  answers.keep("getLaw", caller.get("/v1/law"));
  answers.keep("getCalendar", caller.get("/v1/calendars/england-and-wales"));
  answers.keep("getPracticeDay", caller.get("/v1/practice/today"));
  answers.keep("getPartnership", caller.get("/v1/partnership"));
}

void ask_to_record(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const HttpFields key = {{"Idempotency-Key", "a-key"}};
  answers.keep("openCase", caller.post("/v1/cases?validateOnly=true", incident));
  const auto id = answers.keep("openCase", caller.post("/v1/cases", incident, key)).text("/case");
  answers.keep("openCase", caller.post("/v1/cases", incident, key));
  answers.keep("openCase", caller.post("/v1/cases?validateOnly=false", incident, key));
  answers.keep("openCase", caller.post("/v1/cases", note));
  answers.keep("openCase", caller.send("POST", "/v1/cases", incident, {{"Content-Type", "text/plain"}}));
  answers.keep("openCase", caller.send("DELETE", "/v1/cases", "", {}));
  const auto at = "/v1/cases/" + id + "/entries";
  answers.keep("addEntry", caller.post(at + "?validateOnly=true", notified));
  answers.keep("addEntry", caller.post(at, note));
  answers.keep("addEntry", caller.post(at, R"({"noteAdded":{"unknown":1}})"));
  answers.keep("addEntry", caller.post(at, notify));
  answers.keep("addEntry", caller.post(at, notify, {{"If-Match", if_match(1)}}));
  answers.keep("addEntry", caller.post(at, notify, {{"If-Match", if_match(practice.version(id))}}));
  answers.keep("addEntry", caller.post(at, decided("LCSPR"), {{"If-Match", if_match(practice.version(id))}}));
  answers.keep("addEntry", caller.post(at, std::string(2 * 1024 * 1024, ' ')));
  answers.keep("addEntry", practice.daemon.reader().post(at, note));
  answers.keep("addEntry", practice.daemon.caller().post(at, note));
}

void ask_for_documents(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto at = "/v1/cases/" + practice.open() + "/documents";
  const auto file = [&](const std::string& name) {
    const auto body = reviewd::write_multipart(
        "invented", {{"title", std::nullopt, "", "Invented"}, {"file", name, "", "Some text."}});
    return caller.post(at, body, {{"Content-Type", "multipart/form-data; boundary=invented"}});
  };
  answers.keep("fileDocument", file("a.txt"));
  answers.keep("fileDocument", file("a.pdf"));
  answers.keep("fileDocument", caller.post(at, "{}"));
  answers.keep("listDocuments", caller.get(at));
  answers.keep("getDocument", caller.get(at + "/document-1"));
  answers.keep("getDocument", caller.get(at + "/document-2"));
  answers.keep("getDocumentContent", caller.get(at + "/document-1/versions/1/content"));
  answers.keep("getDocumentContent", caller.get(at + "/document-1/versions/2/content"));
}

void ask_about_embargoes(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.open();
  const auto embargo = [&](const std::string& readers) {
    return fmt::format(R"({{"embargoPlaced":{{"covers":["REPORT"],"reviewOn":"2026-09-01","reason":"Invented.",)"
                       R"("readers":[{}]}}}})",
                       readers);
  };
  practice.add(id, embargo(""));
  const auto at = "/v1/cases/" + id + "/documents";
  const auto body = reviewd::write_multipart(
      "invented", {{"title", std::nullopt, "", "Invented"}, {"file", "a.txt", "", "Some text."}});
  answers.keep("fileDocument", caller.post(at, body, {{"Content-Type", "multipart/form-data; boundary=invented"}}));
  answers.keep("getDocumentContent", caller.get(at + "/document-1/versions/1/content"));
  answers.keep("listEmbargoReads", caller.get("/v1/cases/" + id + "/embargoes/embargo-1/reads"));
  answers.keep("listEmbargoReads", caller.get("/v1/cases/" + id + "/embargoes/embargo-1/reads?pageSize=x"));
  answers.keep("listEmbargoReads", caller.get("/v1/cases/26-9999/embargoes/embargo-1/reads"));
  answers.keep("listEmbargoReaders", caller.get("/v1/cases/" + id + "/embargoes/embargo-1/readers"));
  answers.keep("listEmbargoReaders", caller.get("/v1/cases/" + id + "/embargoes/embargo-2/readers"));
  answers.keep("listEmbargoReaders", caller.get("/v1/cases/" + id + "/embargoes/embargo-1/readers?pageToken=x"));
  static_cast<void>(practice.daemon.issue("somebody", "reader"));
  practice.add(id, embargo("\"somebody\""));
  answers.keep("listDocuments", caller.get(at));
  answers.keep("getDocumentContent", caller.get(at + "/document-1/versions/1/content"));
  answers.keep("listEmbargoes", caller.get("/v1/embargoes?live=true&pageSize=1"));
  answers.keep("listEmbargoes", caller.get("/v1/embargoes?since=never"));
  answers.keep("listEmbargoesAsCsv", caller.get("/v1/embargoes:csv"));
  answers.keep("listEmbargoesAsCsv", caller.get("/v1/embargoes:csv?live=perhaps"));
}

void ask_about_holds(Answers& answers, Practice& practice) {
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"proceedings":"proceedings-1","kind":"CRIMINAL"}})");
  const auto published = R"({"reportPublished":{"version":1,"form":"FULL","address":"https://example.org/report"}})";
  const auto held = answers.keep("addEntry", practice.send(id, published));
  INFO(held.body);
  CHECK(held.code() == "publication-held");
  ask_of_case(answers, practice.coordinator, id);
}

void ask_for_the_store(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  const auto head = answers.keep("getHead", caller.get("/v1/journal/head"));
  const auto against = fmt::format(R"({{"against":"{} {}"}})", head.json().at("size").as_int64(), head.text("/root"));
  answers.keep("verifyJournal", caller.post("/v1/journal:verify", ""));
  answers.keep("verifyJournal", caller.post("/v1/journal:verify", against));
  answers.keep("verifyJournal",
               caller.post("/v1/journal:verify", R"({"against":"1 )" + std::string(64, '0') + R"("})"));
  answers.keep("verifyJournal", caller.post("/v1/journal:verify", R"({"against":"none"})"));
  const auto to = fmt::format(R"({{"to":"{}"}})", (daemon / "backup.db").string());
  for (const auto& body : {to, to, std::string(R"({"to":"relative.db"})"), std::string(R"({"to":"/none/such/at.db"})")})
    answers.keep("backUpStore", caller.post("/v1/store:backup", body));
  answers.keep("checkStore", caller.post("/v1/store:check", ""));
  answers.keep("rebuildViews", caller.post("/v1/views:rebuild", ""));
  answers.keep("listCases", caller.get("/v1/cases"));
  answers.keep("exportEntries", caller.get("/v1/export"));
}

void ask_to_move(Answers& answers, HttpCaller& caller, const std::string& last_day) {
  const HttpFields ndjson = {{"Content-Type", "application/x-ndjson"}};
  const auto all = answers.keep("exportEntries", caller.get("/v1/export")).body;
  answers.keep("importEntries", caller.post("/v1/import?dryRun=true", all, ndjson));
  answers.keep("importEntries", caller.post("/v1/import", "{\"noteAdded\":{}}\n", ndjson));
  answers.keep("importEntries", caller.post("/v1/import?dryRun=perhaps", all, ndjson));
  Practice other;
  other.day(last_day);
  const auto imported = answers.keep("importEntries", other.coordinator.post("/v1/import", all, ndjson));
  INFO(imported.body);
  CHECK(imported.status == 200);
  answers.keep("listCases", other.coordinator.get("/v1/cases?pageSize=200"));
}

void ask_without_token(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.caller();
  answers.keep("getHealth", caller.get("/healthz"));
  answers.keep("getReadiness", caller.get("/readyz"));
  answers.keep("getMetrics", caller.get("/metrics"));
  answers.keep("getOpenApi", caller.get("/openapi.json"));
  answers.keep("getLaw", caller.get("/v1/law"));
}

void ask_for_the_day(Answers& answers, const Practice& practice) {
  auto caller = practice.daemon.coordinator();
  answers.keep("setPracticeDay", caller.put("/v1/practice/today", R"({"date":"2026-01-05"})"));
  answers.keep("setPracticeDay", caller.put("/v1/practice/today", R"({"date":"soon"})"));
  const Daemon real({false, {}});
  answers.keep("setPracticeDay", real.coordinator().put("/v1/practice/today", R"({"date":"2026-01-05"})"));
  answers.keep("getPracticeDay", real.coordinator().get("/v1/practice/today"));
}

TEST_CASE("Answers to every operation are written for the linter", "[service][openapi]") {
  Answers answers;
  Practice practice;
  const auto last_day = fill(practice.daemon);
  const auto cases = texts(practice.coordinator.get("/v1/cases?pageSize=200"), "cases", "case");
  for (const auto& id : cases) ask_of_case(answers, practice.coordinator, id);
  ask_across(answers, practice.coordinator);
  ask_for_the_day(answers, practice);
  ask_to_record(answers, practice);
  ask_about_holds(answers, practice);
  ask_for_documents(answers, practice);
  ask_about_embargoes(answers, practice);
  ask_to_move(answers, practice.coordinator, last_day);
  ask_for_the_store(answers, practice.daemon);
  ask_for_tokens(answers, practice.daemon);
  ask_for_accounts(answers, practice.daemon);
  ask_for_ways_in(answers);
  ask_who_saw(answers, practice.daemon, cases.front());
  ask_to_find(answers, practice.coordinator);
  ask_for_drafts(answers, practice.coordinator);
  ask_for_meetings(answers, practice);
  ask_for_programmes(answers, practice);
  ask_about_returns(answers, practice);
  ask_about_alerts(answers, practice);
  ask_for_notices(answers, practice);
  ask_for_webhooks(answers, practice);
  ask_about_due_days(answers, practice);
  ask_to_rehearse(answers, practice);
  ask_for_two_people(answers, practice.daemon);
  ask_for_scrutiny(answers, practice);
  ask_about_publication(answers, practice);
  ask_about_learning(answers, practice);
  ask_about_actions(answers, practice);
  ask_about_plans(answers, practice);
  ask_about_evidence(answers, practice);
  ask_to_settle(answers, practice);
  ask_to_take_and_erase(answers, practice);
  ask_for_the_past(answers);
  ask_for_chronologies(answers);
  ask_without_token(answers, practice.daemon);
  openapi_test::write("answers.json", answers.text());
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <map>
#include <regex>

#include "reviewd/http/multipart.hpp"
#include "tests/http/openapi_written.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tools/reviewctl/fill_demo.hpp"

/// Writes what tests/openapi/lint compares with the document: answers of a service to each operation.
namespace review::service_test {
namespace {

namespace json = boost::json;

/// Answers, each with the operation that gave it.
class Answers {
 public:
  HttpAnswer keep(const std::string& operation, HttpAnswer answer) {
    json::object headers;
    for (const char* name : {"Content-Type", "X-Request-Id", "ETag", "Location", "Allow", "Retry-After",
                             "WWW-Authenticate", "Cache-Control"}) {
      if (auto value = answer.header(name); !value.empty()) headers[name] = std::move(value);
    }
    const bool is_json = answer.header("Content-Type").find("json") != std::string::npos &&
                         answer.header("Content-Type").find("ndjson") == std::string::npos;
    kept_.push_back(json::object{{"operation", operation},
                                 {"status", answer.status},
                                 {"headers", std::move(headers)},
                                 {"body", is_json ? answer.json() : json::value(json::string(answer.body))}});
    return answer;
  }

  [[nodiscard]] std::string text() const { return json::serialize(kept_); }

 private:
  json::array kept_;
};

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

void ask_for_tokens(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  const auto issued =
      answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"people/somebody","role":"reader"})"));
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"people/somebody","role":"nobody"})"));
  const auto narrow = R"({"person":"somebody","role":"reader","scopes":["read-cases"],"cases":["26-0001"],)"
                      R"("networks":["127.0.0.0/8"],"agency":"POLICE"})";
  const auto reader = answers.keep("issueToken", caller.post("/v1/tokens", narrow)).text("/secret");
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"a","role":"reader","scopes":["decide"]})"));
  answers.keep("listCases", daemon.caller(reader).get("/v1/cases"));
  answers.keep("issueToken", caller.post("/v1/tokens", R"({"person":"Some Body","role":"reader"})"));
  answers.keep("revokeToken", caller.post("/v1/tokens/" + issued.text("/token") + ":revoke", ""));
  answers.keep("revokeToken", caller.post("/v1/tokens/none:revoke", ""));
  answers.keep("listTokens", caller.get("/v1/tokens"));
}

void ask_for_accounts(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"people/somebody","role":"reader"})"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"people/somebody","role":"nobody"})"));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
  const auto identity = R"({"issuer":"https://id.example","subject":"subject-1"})";
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody:bind", identity));
  answers.keep("bindAccount", caller.post("/v1/accounts/nobody:bind", identity));
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody:bind", R"({"issuer":"https://id.example"})"));
  caller.post("/v1/accounts", R"({"person":"somebody-else","role":"reader"})");
  answers.keep("bindAccount", caller.post("/v1/accounts/somebody-else:bind", identity));
  answers.keep("bindAccount", daemon.reader().post("/v1/accounts/somebody:bind", identity));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
  answers.keep("signOutAccount", caller.post("/v1/accounts/somebody:signOut", ""));
  answers.keep("signOutAccount", caller.post("/v1/accounts/nobody:signOut", ""));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", ""));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", R"({"withSecondFactor":true})"));
  answers.keep("resetAccount", caller.post("/v1/accounts/somebody:reset", R"({"withSecondFactor":"yes"})"));
  answers.keep("resetAccount", caller.post("/v1/accounts/nobody:reset", ""));
  answers.keep("disableAccount", caller.post("/v1/accounts/somebody:disable", ""));
  answers.keep("disableAccount", caller.post("/v1/accounts/nobody:disable", ""));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
}

void ask_who_saw(Answers& answers, const Daemon& daemon, const std::string& id) {
  auto chair = daemon.caller(daemon.issue("the-chair", "chair"));
  auto governance = daemon.caller(daemon.issue("governance-1", "information-governance"));
  const std::string reason = R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})";
  const auto broken = answers.keep("breakGlass", chair.post("/v1/cases/" + id + ":breakGlass", reason));
  answers.keep("breakGlass", chair.post("/v1/cases/" + id + ":breakGlass", R"({"ground":"none","reasons":"x"})"));
  answers.keep("breakGlass",
               chair.post("/v1/cases/" + id + ":breakGlass", R"({"ground":"child-at-risk","reasons":"x"})"));
  (void)chair.get("/v1/cases/" + id);
  answers.keep("listGlass", governance.get("/v1/glass"));
  const auto at = "/v1/glass/" + broken.text("/glass") + ":review";
  answers.keep("reviewGlass", governance.post(at, R"({"finding":"Justified."})"));
  answers.keep("reviewGlass", governance.post(at, R"({"finding":"Justified."})"));
  answers.keep("reviewGlass", governance.post("/v1/glass/none:review", R"({"finding":"Justified."})"));
  answers.keep("listGlass", governance.get("/v1/glass?waiting=false"));
  answers.keep("listReads", governance.get("/v1/cases/" + id + "/reads"));
  answers.keep("listReads", governance.get("/v1/cases/" + id + "/reads?from=x"));
  answers.keep("listReads", daemon.coordinator("coordinator-9").get("/v1/cases/99-0001/reads"));
}

void ask_to_move(Answers& answers, HttpCaller& caller, const std::string& last_day) {
  const HttpFields ndjson = {{"Content-Type", "application/x-ndjson"}};
  const auto all = answers.keep("exportEntries", caller.get("/v1/export")).body;
  answers.keep("importEntries", caller.post("/v1/import?dryRun=true", all, ndjson));
  answers.keep("importEntries", caller.post("/v1/import", "{\"noteAdded\":{}}\n", ndjson));
  answers.keep("importEntries", caller.post("/v1/import?dryRun=perhaps", all, ndjson));
  Practice other;
  other.day(last_day);
  CHECK(answers.keep("importEntries", other.coordinator.post("/v1/import", all, ndjson)).status == 200);
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

void ask_to_find(Answers& answers, HttpCaller& caller) {
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"invented","pageSize":3})"));
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"26"})"));
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"a"})"));
  answers.keep("getOverview", caller.get("/v1/overview"));
  answers.keep("getWorklist", caller.get("/v1/worklist"));
  answers.keep("listCaseChoices", caller.get("/v1/cases:choices"));
  answers.keep("listCasesAsCsv", caller.get("/v1/cases:csv?orderBy=nextDueOn"));
  answers.keep("listCasesAsCsv", caller.get("/v1/cases:csv?filter=unknown=true"));
  answers.keep("listClocksAsCsv", caller.get("/v1/cases/-/clocks:csv?filter=state=OVERDUE"));
  const auto saved = answers.keep("saveView", caller.post("/v1/savedViews", R"({"name":"Late","query":"due=late"})"));
  answers.keep("saveView", caller.post("/v1/savedViews", R"({"name":"Late","query":"words=late"})"));
  answers.keep("listSavedViews", caller.get("/v1/savedViews"));
  const auto at = "/v1/savedViews/" + saved.text("/savedView") + ":delete";
  answers.keep("deleteSavedView", caller.post(at, ""));
  answers.keep("deleteSavedView", caller.post(at, ""));
}

void ask_for_drafts(Answers& answers, HttpCaller& caller) {
  const auto begun = answers.keep(
      "beginDraft", caller.post("/v1/drafts", R"({"kind":"noteAdded","values":{"noteAdded.text":["Begun."]}})"));
  answers.keep("beginDraft", caller.post("/v1/drafts", R"({"kind":"none"})"));
  answers.keep("beginDraft", caller.post("/v1/drafts", R"({"kind":"noteAdded","case":"26-9999"})"));
  answers.keep("listDrafts", caller.get("/v1/drafts"));
  const auto at = "/v1/drafts/" + begun.text("/draft");
  answers.keep("getDraft", caller.get(at));
  answers.keep("getDraft", caller.get("/v1/drafts/none"));
  answers.keep("keepDraft", caller.post(at, R"({"values":{"noteAdded.text":["More."]}})"));
  answers.keep("keepDraft", caller.post(at, R"({"values":{"noteAdded.text":"More."}})"));
  answers.keep("keepDraft", caller.post("/v1/drafts/none", R"({"values":{}})"));
  answers.keep("keepDraft", caller.post(at, R"({"became":"26-0001"})"));
  answers.keep("discardDraft", caller.post(at + ":discard", ""));
  answers.keep("discardDraft", caller.post(at + ":discard", ""));
}

void ask_for_meetings(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  practice.day("2026-01-05");
  const auto id = practice.notified_case();
  const auto called =
      fmt::format(R"({{"meetingCalled":{{"title":"Panel","heldOn":"2026-01-07","items":[{{"title":"One","case":"{}"}},)"
                  R"({{"title":"Other"}}],"invited":[{{"person":"a-member","agency":"POLICE"}}]}}}})",
                  id);
  answers.keep("callMeeting", caller.post("/v1/meetings?validateOnly=true", called));
  const HttpFields key = {{"Idempotency-Key", "meeting-key"}};
  const auto meeting = answers.keep("callMeeting", caller.post("/v1/meetings", called, key)).text("/meeting");
  answers.keep("callMeeting", caller.post("/v1/meetings", called, key));
  answers.keep("callMeeting", caller.post("/v1/meetings?validateOnly=false", called, key));
  answers.keep("callMeeting", caller.post("/v1/meetings", note));
  answers.keep("callMeeting", caller.post("/v1/meetings", R"({"meetingEnded":{}})"));
  answers.keep("callMeeting", practice.daemon.reader().post("/v1/meetings", called));
  const auto at = "/v1/meetings/" + meeting;
  const auto entries = at + "/entries";
  for (const auto& body :
       {std::string(R"({"attendanceRecorded":{"attendance":[{"agency":"POLICE","person":"a-member"}]}})"),
        fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"Invented."}}}})", id),
        fmt::format(
            R"({{"itemRecommended":{{"item":"{}","recommends":"LCSPR","reasons":"Invented.","criteria":)"
            R"([{{"criterion":"improvements-needed","met":"YES"}}],"dissent":[{{"by":"POLICE","reasons":"x"}}]}}}})",
            id),
        fmt::format(R"({{"itemConflictDeclared":{{"item":"{}","person":"b","managed":"LEAVES_ITEM","reason":"x"}}}})",
                    id),
        std::string(R"({"itemMinuted":{"item":"none","minutes":"x"}})"), note}) {
    answers.keep("addMeetingEntry", caller.post(entries, body));
  }
  answers.keep("addMeetingEntry", caller.post(entries + "?validateOnly=true", R"({"meetingEnded":{"quorate":true}})"));
  answers.keep("addMeetingEntry", caller.post(entries, R"({"meetingEnded":{}})", {{"If-Match", if_match(1)}}));
  answers.keep("addMeetingEntry",
               caller.post(entries, R"({"despite":[{"code":"conflicted","reasons":"x","authorisedBy":"y"}],)"
                                    R"("meetingEnded":{}})"));
  answers.keep("addMeetingEntry", caller.post(entries, R"({"meetingEnded":{}})", key));
  answers.keep("addMeetingEntry", caller.post(entries, R"({"meetingEnded":{}})"));
  answers.keep("getMeeting", caller.get(at));
  answers.keep("getMeeting", caller.get("/v1/meetings/m26-9999"));
  answers.keep("listMeetingEntries", caller.get(entries));
  answers.keep("listMeetingEntries", caller.get(entries + "?pageSize=1"));
  answers.keep("listMeetings", caller.get("/v1/meetings?filter=state=ENDED&orderBy=heldOn%20desc"));
  answers.keep("listMeetings", caller.get("/v1/meetings?filter=state=PERHAPS"));
}

void ask_about_returns(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  practice.day("2026-01-05");
  const auto id = practice.notified_case();
  const auto agency = R"({"agency":"east-school","name":"East School","body":"SCHOOL","closedWeekdays":["FRIDAY"]})";
  answers.keep("addAgency", caller.post("/v1/agencies", agency));
  answers.keep("addAgency", caller.post("/v1/agencies", agency));
  answers.keep("addAgency", caller.post("/v1/agencies", R"({"agency":"west"})"));
  answers.keep("changeAgency", caller.post("/v1/agencies/east-school", R"({"closedDays":["2026-02-16"]})"));
  answers.keep("changeAgency", caller.post("/v1/agencies/none", "{}"));
  const auto contacts = std::string("/v1/agencies/east-school/contacts");
  for (const auto* contact : {"b-jones", "c-lee"}) {
    answers.keep("addContact", caller.post(contacts, fmt::format(R"({{"contact":"{}","name":"B Jones","role":"MAIN",)"
                                                                 R"("mailbox":"b.jones@example.org"}})",
                                                                 contact)));
  }
  answers.keep("endContact", caller.post(contacts + "/c-lee:end", "{}"));
  answers.keep("getAgency", caller.get("/v1/agencies/east-school"));
  answers.keep("getAgency", caller.get("/v1/agencies/none"));
  answers.keep("listAgencies", caller.get("/v1/agencies"));
  const auto at = "/v1/cases/" + id;
  const auto asked = answers.keep(
      "askAgencies", caller.post(at + "/returnRequests", R"({"agencies":["east-school","west"],"type":"SCOPING"})"));
  answers.keep("askAgencies", caller.post(at + "/returnRequests", "{}"));
  const auto request = asked.text("/entry/entry");
  const auto wish =
      fmt::format(R"({{"request":"{}","agency":"east-school","contact":"b-jones","expiresOn":"2026-02-01"}})", request);
  const auto made = answers.keep("makeReturnLink", caller.post(at + "/returnLinks", wish));
  answers.keep("makeReturnLink", practice.daemon.administrator().post(at + "/returnLinks", wish));
  const auto link = made.text("/link");
  answers.keep("getReturnLink", caller.get(at + "/returnLinks/" + link));
  answers.keep("getReturnLink", caller.get(at + "/returnLinks/none"));
  answers.keep("remindByReturnLink", caller.post(at + "/returnLinks/" + link + ":remind", ""));
  const auto address = made.text("/address");
  auto agency_browser = practice.daemon.caller();
  const auto path = address.substr(address.find("/return/"));
  CHECK(agency_browser.get(path).status == 200);
  answers.keep("listReturnLinks", caller.get(at + "/returnLinks"));
  answers.keep("revokeReturnLink", caller.post(at + "/returnLinks/" + link + ":revoke", ""));
  answers.keep("getTimeliness", caller.get("/v1/agencies/-/timeliness"));
  answers.keep("listPracticeMails", caller.get("/v1/practice/mails"));
}

/// An agency says by its link that a child is at risk.
void ask_about_alerts(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto id = practice.notified_case();
  const auto asked =
      caller.post("/v1/cases/" + id + "/returnRequests", R"({"agencies":["east-school"],"type":"SCOPING"})");
  const auto address = asked.text("/returnLinks/0/address");
  const auto path = address.substr(address.find("/return/"));
  test::Browser browser(practice.daemon);
  browser.open(path);
  browser.send(path, {});
  std::smatch code;
  const auto mail = caller.get("/v1/practice/mails").text("/mails/0/text");
  REQUIRE(std::regex_search(mail, code, std::regex("[0-9]{6}")));
  browser.send(path + "/code", {{"code", code[0]}});
  browser.open(path + "/risk");
  browser.send(path + "/risk", {{"agencyReturnReceived.currentRisk", "YES"}});
  const auto alerts = answers.keep("listReturnAlerts", caller.get("/v1/returnAlerts"));
  answers.keep("seeReturnAlert", caller.post("/v1/returnAlerts/" + alerts.text("/returnAlerts/0/alert") + ":see", ""));
  answers.keep("seeReturnAlert", caller.post("/v1/returnAlerts/none:see", ""));
  answers.keep("listReturnAlerts", caller.get("/v1/returnAlerts"));
}

void ask_for_two_people(Answers& answers, const Daemon& daemon) {
  auto caller = daemon.administrator();
  auto second = daemon.caller(daemon.issue("administrator-2", "administrator"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"cat","role":"reader","name":"Cat Example"})"));
  answers.keep("invitePerson", caller.post("/v1/accounts", R"({"person":"cat","role":"chair"})"));
  const std::string wish = R"({"role":"chair","agency":"POLICE","reason":"Invented."})";
  for (const auto* decision : {"refuse", "withdraw", "approve"}) {
    const auto made = answers.keep("proposeRole", caller.post("/v1/accounts/cat:proposeRole", wish));
    answers.keep("proposeRole", caller.post("/v1/accounts/cat:proposeRole", wish));
    const auto at = "/v1/approvals/" + made.text("/approval");
    answers.keep("getApproval", second.get(at));
    answers.keep("approve", caller.post(at + ":approve", ""));
    const std::string name = decision;
    auto& decider = name == "withdraw" ? caller : second;
    answers.keep(name == "approve" ? name : name + "Approval", decider.post(at + ":" + name, ""));
    answers.keep("refuseApproval", second.post(at + ":refuse", ""));
    answers.keep("withdrawApproval", caller.post(at + ":withdraw", ""));
  }
  answers.keep("proposeRole", caller.post("/v1/accounts/nobody:proposeRole", wish));
  answers.keep("listApprovals", caller.get("/v1/approvals"));
  answers.keep("getApproval", caller.get("/v1/approvals/none"));
  answers.keep("listAccounts", caller.get("/v1/accounts"));
}

void ask_to_settle(Answers& answers, const Practice& practice) {
  auto caller = practice.daemon.administrator();
  auto coordinator = practice.daemon.coordinator();
  answers.keep("listSettings", caller.get("/v1/settings"));
  answers.keep("previewSetting", caller.post("/v1/settings/quorum:preview", R"({"value":"2"})"));
  answers.keep("previewSetting", caller.post("/v1/settings/quorum:preview", R"({"value":"9"})"));
  answers.keep("previewSetting", caller.post("/v1/settings/none:preview", R"({"value":"9"})"));
  const auto made = answers.keep("proposeSetting",
                                 caller.post("/v1/settings/quorum:propose", R"({"value":"2","reason":"Invented."})"));
  answers.keep("approve", coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", ""));
  answers.keep("getSetting", caller.get("/v1/settings/quorum"));
  const std::string closures = "/v1/calendars/england-and-wales/closures";
  const std::string shut = R"({"change":"add","from":"2027-01-05","name":"Invented","kind":"closure")";
  answers.keep("previewClosures", coordinator.post(closures + ":preview", shut + "}"));
  answers.keep("previewClosures",
               coordinator.post(closures + ":preview", R"({"change":"remove","from":"2027-01-05"})"));
  const auto days =
      answers.keep("proposeClosures", caller.post(closures + ":propose", shut + R"(,"reason":"Invented."})"));
  answers.keep("getApproval", coordinator.get("/v1/approvals/" + days.text("/approval")));
  answers.keep("approve", coordinator.post("/v1/approvals/" + days.text("/approval") + ":approve", ""));
  answers.keep("listClosures", caller.get(closures));
}

void ask_for_scrutiny(Answers& answers, Practice& practice) {
  const auto id = practice.open();
  practice.add(id, R"({"challengeRaised":{"text":"Invented."}})");
  practice.add(id, R"({"scrutinyGiven":{"how":"ATTENDED"}})");
  answers.keep("listChallenges", practice.coordinator.get("/v1/challenges"));
  auto scrutineer = practice.daemon.caller(practice.daemon.issue("scrutineer-1", "scrutineer"));
  answers.keep("writeStatement", scrutineer.post("/v1/scrutiny/statements/2026", R"({"text":"Invented."})"));
  answers.keep("getStatement", scrutineer.get("/v1/scrutiny/statements/2026"));
  answers.keep("getStatement", scrutineer.get("/v1/scrutiny/statements/1"));
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
  ask_to_move(answers, practice.coordinator, last_day);
  ask_for_the_store(answers, practice.daemon);
  ask_for_tokens(answers, practice.daemon);
  ask_for_accounts(answers, practice.daemon);
  ask_who_saw(answers, practice.daemon, cases.front());
  ask_to_find(answers, practice.coordinator);
  ask_for_drafts(answers, practice.coordinator);
  ask_for_meetings(answers, practice);
  ask_about_returns(answers, practice);
  ask_about_alerts(answers, practice);
  ask_for_two_people(answers, practice.daemon);
  ask_for_scrutiny(answers, practice);
  ask_to_settle(answers, practice);
  ask_without_token(answers, practice.daemon);
  openapi_test::write("answers.json", answers.text());
}

}  // namespace
}  // namespace review::service_test

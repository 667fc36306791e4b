#include <fmt/format.h>

#include "reviewd/http/multipart.hpp"
#include "tests/http/openapi_answers.hpp"
#include "tests/http/rehearsal_support.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {

void ask_to_find(Answers& answers, HttpCaller& caller) {
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"invented","pageSize":3})"));
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"26"})"));
  answers.keep("searchCases", caller.post("/v1/cases:search", R"({"words":"a"})"));
  const auto earlier = answers.keep("openCase", caller.post("/v1/cases", incident)).text("/case");
  const auto now = answers.keep("openCase", caller.post("/v1/cases", incident)).text("/case");
  for (const auto& id : {earlier, now}) {
    for (const auto* said :
         {R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["information-sharing"]}]}})",
          R"({"recommendationMade":{"text":"Write handovers down.","to":["POLICE"],"themes":["information-sharing"]}})",
          R"({"actionAgreed":{"recommendation":"recommendation-1","owner":"POLICE","dueOn":"2026-12-01"}})",
          R"({"actionUpdated":{"action":"action-1","progress":"AMBER","reached":"DONE","evidence":"Invented."}})"}) {
      answers.keep("addEntry", caller.post("/v1/cases/" + id + "/entries", said));
    }
    answers.keep("getRepeats", caller.get("/v1/cases/" + id + "/repeats"));
  }
  answers.keep("nearestRecommendations",
               caller.post("/v1/recommendations:nearest", R"({"text":"Write every handover down."})"));
  answers.keep("nearestRecommendations", caller.post("/v1/recommendations:nearest", "{}"));
  answers.keep("getRepeats", caller.get("/v1/cases/26-9999/repeats"));
  answers.keep("getOverview", caller.get("/v1/overview"));
  answers.keep("getWorklist", caller.get("/v1/worklist"));
  answers.keep("listAskedViews", caller.get("/v1/askedViews"));
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

/// The day of a practice store goes on until a clock is late.
void ask_about_due_days(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto before = caller.get("/v1/practice/today").text("/date");
  practice.open();
  REQUIRE(caller.put("/v1/practice/today", R"({"date":"2027-05-04"})").status == 200);
  const auto alerts = answers.keep("listAlerts", caller.get("/v1/alerts?settled=true"));
  answers.keep("listAlerts", caller.get("/v1/alerts?pageToken=x"));
  const std::string feeds = "/v1/people/me/feeds";
  const auto feed = answers.keep("makeFeed", caller.post(feeds, R"({"scope":"MY_CASES"})")).text("/feed");
  answers.keep("makeFeed", caller.post(feeds, R"({"scope":"NONE"})"));
  const auto fresh = answers.keep("rotateFeed", caller.post(feeds + "/" + feed + ":rotate", "")).text("/feed");
  answers.keep("rotateFeed", caller.post(feeds + "/" + feed + ":rotate", ""));
  answers.keep("revokeFeed", caller.post(feeds + "/" + fresh + ":revoke", ""));
  answers.keep("revokeFeed", caller.post(feeds + "/none:revoke", ""));
  answers.keep("listFeeds", caller.get(feeds));
  const auto at = "/v1/alerts/" + alerts.text("/alerts/0/alert");
  answers.keep("acknowledgeAlert", caller.post(at + ":acknowledge", ""));
  answers.keep("acknowledgeAlert", caller.post("/v1/alerts/none:acknowledge", ""));
  answers.keep("snoozeAlert", caller.post(at + ":snooze", R"({"until":"2027-05-10"})"));
  answers.keep("snoozeAlert", caller.post(at + ":snooze", R"({"until":"2027-05-01"})"));
  answers.keep("snoozeAlert", caller.post("/v1/alerts/none:snooze", R"({"until":"2027-05-10"})"));
  REQUIRE(caller.put("/v1/practice/today", R"({"date":")" + before + R"("})").status == 200);
}

void ask_for_notices(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const std::string at = "/v1/people/me/notices";
  answers.keep("getNotices", caller.get(at));
  answers.keep("setNotices", caller.put(at, R"({"mailbox":"a.mailbox@example.org","when":"IMMEDIATE"})"));
  answers.keep("setNotices", caller.put(at, R"({"when":"HOURLY"})"));
  std::smatch code;
  const auto mail = caller.get("/v1/practice/mails").text("/mails/0/text");
  REQUIRE(std::regex_search(mail, code, std::regex("[0-9]{6}")));
  answers.keep("confirmMailbox", caller.post(at + ":confirmMailbox", R"({"code":"none"})"));
  answers.keep("confirmMailbox", caller.post(at + ":confirmMailbox", R"({"code":")" + code[0].str() + R"("})"));
  answers.keep("getNotices", caller.get(at));
}

void ask_to_rehearse(Answers& answers, Practice& practice) {
  auto& caller = practice.coordinator;
  const auto before = caller.get("/v1/practice/today").text("/date");
  const auto at = rehearse_address(reviewed_case(practice));
  answers.keep("rehearsePublication", caller.post(at, R"({"text":"Odile was seven. She was murdered."})"));
  answers.keep("rehearsePublication", caller.post(at, "{}"));
  answers.keep("rehearsePublication", caller.post(at, R"({"document":"document-9"})"));
  answers.keep("rehearsePublication", caller.post(rehearse_address("26-9999"), "{}"));
  REQUIRE(caller.put("/v1/practice/today", R"({"date":")" + before + R"("})").status == 200);
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

}  // namespace review::service_test

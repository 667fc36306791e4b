#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "libreview/calendar/date.hpp"
#include "tests/http/service_support.hpp"

/// What a calendar fetches from a feed, over HTTP. `tests/delivery/feed.test.mjs` reads it with a parser of others.
namespace review::service_test {
namespace {

using Words = std::vector<std::string>;
using Event = std::map<std::string, std::string>;

const std::string feeds = "/v1/people/me/feeds";

std::string made(HttpCaller& caller, const std::string& scope = "ALL_I_SEE") {
  const auto answer = caller.post(feeds, fmt::format(R"({{"scope":"{}"}})", scope));
  INFO(answer.body);
  REQUIRE(answer.status == 201);
  const auto address = answer.text("/address");
  return address.substr(address.find("/feeds/"));
}

/// The events, each as its properties without their parameters.
std::vector<Event> events_of(std::string text) {
  for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  std::vector<Event> events;
  bool inside = false;
  for (std::size_t from = 0, end = 0; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2) {
    const auto line = text.substr(from, end - from);
    const auto colon = line.find(':');
    if (line == "BEGIN:VEVENT") {
      events.emplace_back();
      inside = true;
      continue;
    }
    inside = inside && line != "END:VEVENT";
    if (inside) events.back()[line.substr(0, std::min(colon, line.find(';')))] = line.substr(colon + 1);
  }
  return events;
}

/// The events whose summary holds the words.
std::vector<Event> about(const HttpAnswer& answer, const std::string& words) {
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  auto events = events_of(answer.body);
  std::erase_if(events, [&](const Event& one) { return one.at("SUMMARY").find(words) == std::string::npos; });
  return events;
}

std::string compact(std::string day) {
  std::erase(day, '-');
  return day;
}

TEST_CASE("A calendar fetches what is due, and the same bytes again while nothing changes", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto path = made(practice.coordinator);
  auto calendar = practice.daemon.caller();
  const auto first = calendar.get(path);
  REQUIRE(first.status == 200);
  CHECK(first.header("Content-Type") == "text/calendar; charset=utf-8");
  CHECK(first.header("Cache-Control") == "private, no-cache");
  CHECK(first.body.starts_with("BEGIN:VCALENDAR\r\n"));
  const auto found = about(first, "Notify the National Panel");
  REQUIRE(found.size() == 1);
  const auto& event = found.front();
  const auto due = practice.coordinator.get("/v1/cases/" + id + "/clocks/notify-panel").text("/dueOn");
  CHECK(event.at("DTSTART") == compact(due));
  CHECK(event.at("DTEND") == compact(Date::parse(due)->plus_days(1).iso()));
  CHECK(event.at("SUMMARY").ends_with(id));
  CHECK(event.at("SEQUENCE") == "0");
  CHECK(event.at("STATUS") == "CONFIRMED");
  CHECK(event.at("CLASS") == "PRIVATE");
  CHECK(event.at("TRANSP") == "TRANSPARENT");
  CHECK(event.at("DESCRIPTION").find("/cases/" + id + "/clocks/notify-panel") != std::string::npos);
  CHECK(event.at("UID").find(id) == std::string::npos);

  const auto again = calendar.get(path);
  CHECK(again.body == first.body);
  CHECK(again.header("ETag") == first.header("ETag"));
  const auto unchanged = calendar.get(path, {{"If-None-Match", "\"x\", W/" + first.header("ETag")}});
  CHECK(unchanged.status == 304);
  CHECK(unchanged.body.empty());
  CHECK(calendar.get(path, {{"If-None-Match", "\"x\""}}).status == 200);
  CHECK_FALSE(practice.coordinator.get(feeds).text("/feeds/0/fetched").empty());
}

TEST_CASE("A date that moves keeps its event, and what is done is shown as cancelled for a while", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"embargoPlaced":{"embargo":"embargo-1","reason":"Invented.","reviewOn":"2026-03-02"}})");
  const auto path = made(practice.coordinator);
  auto calendar = practice.daemon.caller();
  const auto before = about(calendar.get(path), "embargo");
  const auto other = about(calendar.get(path), "Notify the National Panel");
  REQUIRE(before.size() == 1);
  practice.add(id, R"({"embargoExtended":{"embargo":"embargo-1","reason":"Invented.","reviewOn":"2026-04-01"}})");
  auto after = about(calendar.get(path), "embargo");
  REQUIRE(after.size() == 1);
  CHECK(after.front().at("UID") == before.front().at("UID"));
  CHECK(after.front().at("DTSTART") == "20260401");
  CHECK(std::stoi(after.front().at("SEQUENCE")) > std::stoi(before.front().at("SEQUENCE")));
  auto same = after.front();
  for (const auto* name : {"DTSTART", "DTEND", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED"}) {
    same[name] = before.front().at(name);
  }
  CHECK(same == before.front());
  CHECK(about(calendar.get(path), "Notify the National Panel") == other);

  practice.add(id, R"({"panelNotified":{"informed":["SAFEGUARDING_PARTNERS"]}})");
  const auto done = about(calendar.get(path), "Notify the National Panel");
  REQUIRE(done.size() == 1);
  CHECK(done.front().at("STATUS") == "CANCELLED");
  CHECK(done.front().at("UID") == other.front().at("UID"));
  CHECK(done.front().at("DTSTART") == other.front().at("DTSTART"));
  CHECK(std::stoi(done.front().at("SEQUENCE")) > std::stoi(other.front().at("SEQUENCE")));
  const auto today = Date::parse(practice.coordinator.get("/v1/practice/today").text("/date")).value();
  practice.day(today.plus_days(60).iso());
  CHECK(about(calendar.get(path), "Notify the National Panel").size() == 1);
  practice.day(today.plus_days(61).iso());
  CHECK(about(calendar.get(path), "Notify the National Panel").empty());
}

TEST_CASE("The school of a child under an embargo is not named in the title of its event", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto& caller = practice.coordinator;
  for (const auto* agency : {R"({"agency":"oak-tree","name":"Oak Tree Primary School"})",
                             R"({"agency":"police","name":"Westmoor Police"})"}) {
    REQUIRE(caller.post("/v1/agencies", agency).status == 201);
  }
  practice.add(id, R"({"circumstancesChanged":{"on":"2026-01-05","children":[{"child":"child-1",)"
                   R"("school":"Oak Tree Primary School"}]}})");
  practice.add(id, R"({"agencyReturnRequested":{"dueOn":"2026-01-12","agencies":["oak-tree","police"]}})");
  const auto path = made(caller);
  auto calendar = practice.daemon.caller();
  const auto before = calendar.get(path);
  REQUIRE(about(before, "Oak Tree").size() == 1);
  const auto events = events_of(before.body).size();
  practice.add(id,
               R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reason":"Invented.","reviewOn":"2026-03-02"}})");
  const auto after = calendar.get(path, {{"If-None-Match", before.header("ETag")}});
  CHECK(about(after, "Oak").empty());
  CHECK(about(after, "Westmoor Police").size() == 1);
  CHECK(events_of(after.body).size() == events + 1);  // the day to look at the embargo
}

TEST_CASE("Each agency that owes an answer is named in the title of its event, and a second request says so",
          "[service]") {
  Practice practice;
  REQUIRE(practice.coordinator.post("/v1/agencies", R"({"agency":"police","name":"Westmoor Police"})").status == 201);
  const auto id = practice.open();
  const std::string four = R"(["police","acute-trust","youth-justice-service","school-north"])";
  practice.add(id, R"({"agencyReturnRequested":{"dueOn":"2026-01-12","agencies":)" + four + "}}");
  const auto path = made(practice.coordinator);
  auto calendar = practice.daemon.caller();
  const auto titles = [&] {
    std::map<std::string, std::string> uids;
    for (const auto& event : about(calendar.get(path), "gency summary")) uids[event.at("SUMMARY")] = event.at("UID");
    return uids;
  };
  const auto first = titles();
  CHECK(first.size() == 4);
  for (const auto* agency : {"Westmoor Police", "Acute trust", "Youth justice service", "School north"}) {
    INFO(agency);
    const auto found = std::ranges::find_if(
        first, [&](const auto& one) { return one.first.ends_with(std::string(": ") + agency + " – " + id); });
    CHECK(found != first.end());
  }
  practice.add(id, R"({"agencyReturnRequested":{"dueOn":"2026-01-13","agencies":["police"]}})");
  const auto second = titles();
  CHECK(second.size() == 5);
  // What was there keeps its event.
  for (const auto& [title, uid] : first) CHECK(second.at(title) == uid);
  CHECK(
      std::ranges::any_of(second, [](const auto& one) { return one.first.find(", request 2") != std::string::npos; }));
}

TEST_CASE("An address that is stopped, replaced, wrong or of somebody who is gone is not there, all alike",
          "[service]") {
  Practice practice;
  practice.open();
  auto calendar = practice.daemon.caller();
  const auto path = made(practice.coordinator);
  const auto feed = practice.coordinator.get(feeds).text("/feeds/0/feed");
  const auto rotated = practice.coordinator.post(feeds + "/" + feed + ":rotate", "");
  INFO(rotated.body);
  REQUIRE(rotated.status == 201);
  const auto fresh = rotated.text("/address").substr(rotated.text("/address").find("/feeds/"));
  CHECK(calendar.get(fresh).status == 200);
  const auto old = calendar.get(path);
  CHECK(old.status == 404);
  auto wrong = fresh;
  wrong[20] = wrong[20] == 'a' ? 'b' : 'a';
  for (const auto& target : Words{wrong, "/feeds/x.ics", "/feeds/x", fresh.substr(0, fresh.size() - 4)}) {
    INFO(target);
    const auto answer = calendar.get(target);
    CHECK(answer.status == 404);
    CHECK(answer.body == old.body);
    CHECK(answer.header("ETag").empty());
  }
  auto other = practice.daemon.caller(practice.daemon.issue("somebody-else", "reader"));
  const auto id = rotated.text("/feed");
  CHECK(other.post(feeds + "/" + id + ":revoke", "").status == 404);
  CHECK(other.post(feeds + "/" + id + ":rotate", "").status == 404);
  CHECK(practice.coordinator.post(feeds + "/" + id + ":revoke", "").status == 200);
  CHECK(calendar.get(fresh).status == 404);
  CHECK(practice.coordinator.post(feeds + "/" + id + ":rotate", "").status == 404);

  auto leaver = practice.daemon.caller(practice.daemon.issue("a-leaver", "reader"));
  const auto theirs = made(leaver);
  CHECK(calendar.get(theirs).status == 200);
  auto administrator = practice.daemon.administrator();
  REQUIRE(administrator.post("/v1/accounts", R"({"person":"a-leaver","role":"reader"})").status == 201);
  const auto again = made(leaver);
  CHECK(calendar.get(theirs).status == 404);
  CHECK(calendar.get(again).status == 200);
  REQUIRE(administrator.post("/v1/accounts/a-leaver:disable", "").status == 200);
  CHECK(calendar.get(again).status == 404);
}

TEST_CASE("A calendar shows what its person sees at that moment, and nothing of what is hidden", "[service]") {
  Practice practice;
  const auto first = practice.open();
  const auto second = practice.open();
  auto member = practice.daemon.caller(practice.daemon.issue("pat", "panel-member"));
  auto calendar = practice.daemon.caller();
  const auto theirs = made(member);
  const auto all = made(practice.coordinator);
  const auto own = made(practice.coordinator, "MY_CASES");
  CHECK(events_of(calendar.get(theirs).body).empty());
  CHECK(events_of(calendar.get(own).body).empty());
  practice.add(first, R"({"memberAdded":{"person":"pat","role":"PANEL_MEMBER","agency":"police"}})");
  practice.add(first, R"({"memberAdded":{"person":"coordinator-1","role":"COORDINATOR"}})");
  CHECK(about(calendar.get(theirs), first).size() == 2);
  CHECK(about(calendar.get(own), first).size() == 2);
  CHECK(about(calendar.get(own), second).empty());
  CHECK(about(calendar.get(all), second).size() == 2);
  practice.add(first, R"({"memberRemoved":{"person":"pat","reason":"Left."}})");
  practice.day(Date::parse(practice.coordinator.get("/v1/practice/today").text("/date"))->plus_days(1).iso());
  CHECK(calendar.get(theirs).body.find(first) == std::string::npos);
  practice.add(second, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  auto chair = practice.daemon.caller(practice.daemon.issue("a-chair", "chair"));
  const auto of_chair = made(chair);
  CHECK(about(calendar.get(all), second).size() == 2);
  const auto without = calendar.get(of_chair);
  CHECK(about(without, first).size() == 2);
  CHECK(without.body.find(second) == std::string::npos);
}

TEST_CASE("Neither a name nor the secret of an address goes where it does not belong", "[service]") {
  Practice practice;
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","summary":"Canaryword of a summary","children":[{"pseudonym":"Canarychild",)"
      R"("name":"Canaryname Invented","ageYears":7}],"occurredIn":"sandwell"}})");
  practice.add(id, R"({"noteAdded":{"text":"Canarynote"}})");
  const auto path = made(practice.coordinator);
  auto calendar = practice.daemon.caller();
  const auto text = calendar.get(path).body;
  CHECK(text.find("anary") == std::string::npos);
  CHECK(text.find("coordinator-1") == std::string::npos);
  CHECK(practice.coordinator.get(feeds).body.find(path.substr(path.find("rvw_"), 20)) == std::string::npos);
  practice.add(id, R"({"embargoPlaced":{"embargo":"visit-canary-jane","reason":"Invented.","reviewOn":"2026-03-02"}})");
  practice.add(id, R"({"embargoPlaced":{"embargo":"visit-canary-june","reason":"Invented.","reviewOn":"2026-03-03"}})");
  const auto typed = about(calendar.get(path), "embargo");
  REQUIRE(typed.size() == 2);
  std::set<std::string> pages;
  for (const auto& event : typed) {
    for (const auto& [name, value] : event) CHECK(value.find("canary") == std::string::npos);
    const auto& says = event.at("DESCRIPTION");
    pages.insert(says.substr(says.rfind("/cases/")));
  }
  // The second of its kind in a case has its subject behind its name, which stays here.
  CHECK(pages == std::set<std::string>{"/cases/" + id, "/cases/" + id + "/clocks/embargo-review"});
  const auto reads = practice.coordinator.get("/v1/cases/" + id + "/reads");
  CHECK(reads.body.find("\"list\"") != std::string::npos);
  const auto said = practice.daemon.said();
  CHECK(said.find("readFeed") != std::string::npos);
  CHECK(said.find("rvw_") == std::string::npos);
  CHECK(calendar.get("/metrics").body.find("rvw_") == std::string::npos);
}

TEST_CASE("A service that was not told its own address makes none from what a request calls it", "[service]") {
  const Daemon real({false, {}});
  auto coordinator = real.coordinator();
  const auto answer = coordinator.post(feeds, R"({"scope":"ALL_I_SEE"})");
  CHECK(answer.status == 403);
  CHECK(answer.text("/detail").find("[mail]") != std::string::npos);
  CHECK(coordinator.get(feeds).body.find("rvw_") == std::string::npos);
  CHECK(coordinator.get(feeds).text("/feeds/0/feed").empty());
}

TEST_CASE("An address is made once under one key, and its secret is given once", "[service]") {
  Practice practice;
  auto& person = practice.coordinator;
  const HttpFields key{{"Idempotency-Key", "once"}};
  const std::string wish = R"({"scope":"ALL_I_SEE"})";
  const auto first = person.post(feeds, wish, key);
  REQUIRE(first.status == 201);
  const auto again = person.post(feeds, wish, key);
  CHECK(again.status == 409);
  CHECK(again.code() == "already-recorded");
  CHECK(again.text("/detail").find(first.text("/feed")) != std::string::npos);
  CHECK(again.body.find("rvw_") == std::string::npos);
  CHECK(person.get(feeds).text("/feeds/1/feed").empty());
  CHECK(person.post(feeds, R"({"scope":"MY_CASES"})", key).code() == "key-reused");
  CHECK(person.post(feeds, wish, {{"Idempotency-Key", "two words"}}).code() == "malformed");
  auto other = practice.daemon.caller(practice.daemon.issue("somebody-else", "reader"));
  CHECK(other.post(feeds, wish, key).status == 201);

  const HttpFields anew{{"Idempotency-Key", "anew"}};
  const auto at = feeds + "/" + first.text("/feed") + ":rotate";
  const auto rotated = person.post(at, "", anew);
  REQUIRE(rotated.status == 201);
  const auto lost = person.post(at, "", anew);
  CHECK(lost.status == 409);
  CHECK(lost.text("/detail").find(rotated.text("/feed")) != std::string::npos);
  // A refusal is not remembered.
  const auto gone = person.post(at, "", {{"Idempotency-Key", "later"}});
  CHECK(gone.status == 404);
  CHECK(person.post(at, "", {{"Idempotency-Key", "later"}}).status == 404);
}

TEST_CASE("A narrowed token makes no address, and nobody makes more than ten", "[service]") {
  Practice practice;
  auto administrator = practice.daemon.administrator();
  const auto token = administrator.post("/v1/tokens", R"({"person":"ann","role":"reader","scopes":["read-cases"]})");
  auto narrow = practice.daemon.caller(token.text("/secret"));
  CHECK(narrow.post(feeds, R"({"scope":"ALL_I_SEE"})").status == 403);
  CHECK(practice.coordinator.post(feeds, R"({"scope":"EVERYTHING"})").code() == "not-a-choice");
  CHECK(practice.coordinator.post(feeds, "{}").code() == "missing-field");
  for (int i = 0; i < 10; ++i) made(practice.coordinator);
  CHECK(practice.coordinator.post(feeds, R"({"scope":"MY_CASES"})").code() == "malformed");
}

}  // namespace
}  // namespace review::service_test

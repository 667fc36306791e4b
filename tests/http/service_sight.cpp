#include <fmt/format.h>

#include <atomic>
#include <boost/json/serialize.hpp>
#include <map>
#include <regex>
#include <thread>

#include "reviewd/api/endpoint.hpp"
#include "tests/http/service_support.hpp"

/// Who sees which case, over HTTP.
namespace review::service_test {
namespace {

/// What of an answer must be the same for a case that is hidden and for one that there is not: all of it, but for what
/// changes with every request, and the reference that was asked for.
std::string traits(HttpAnswer answer, const std::string& reference) {
  auto whole = answer.head + "\n" + answer.body;
  whole = std::regex_replace(whole, std::regex("[0-9a-f]{16}"), "REQUEST");
  whole = std::regex_replace(whole, std::regex("Date: [^\r\n]*"), "DATE");
  for (auto at = whole.find(reference); at != std::string::npos; at = whole.find(reference)) {
    whole.replace(at, reference.size(), "CASE");
  }
  return whole;
}

/// A body that the schema takes, for each that an endpoint about a case may want.
const std::map<std::string, std::string>& bodies() {
  static const std::map<std::string, std::string> all = {
      {"Entry", note},
      {"GlassWish", R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})"},
      {"ReturnLinkWish", R"({"request":"none","agency":"none","contact":"none","expiresOn":"2026-02-01"})"},
      {"ReturnRequestWish", R"({"agencies":["none"]})"},
      {"CaseExportWish", R"({"recipient":"Nobody","reason":"Invented."})"},
      {"ErasureWish", R"({"ground":"unlawful","reason":"Invented."})"}};
  return all;
}

/// The address of an endpoint about a case, with names for its other parts.
std::string address_of(const reviewd::Endpoint& endpoint, const std::string& reference) {
  auto address = endpoint.pattern;
  const std::map<std::string, std::string> parts = {
      {"{case}", reference}, {"{clock}", "notify-panel"}, {"{entry}", "none"}};
  for (const auto& [part, name] : parts) {
    if (const auto at = address.find(part); at != std::string::npos) address.replace(at, part.size(), name);
  }
  return address;
}

std::string member(const std::string& person, const std::string& more = "") {
  return fmt::format(R"({{"memberAdded":{{"person":"{}","role":"PANEL_MEMBER","agency":"police"{}}}}})", person, more);
}

std::string conflict(const std::string& person, const std::string& managed) {
  return fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"}}}})", person, managed);
}

TEST_CASE("A case that is hidden is as one that there is not, at every address", "[service]") {
  Practice practice;
  const auto hidden = practice.open();
  int tried = 0;
  for (const auto* role : {"panel-member", "reviewer", "agency-contact"}) {
    auto somebody = practice.daemon.caller(practice.daemon.issue(std::string("no-member-") + role, role));
    for (const auto& endpoint : reviewd::endpoints()) {
      if (endpoint.pattern.find("{case}") == std::string::npos) continue;
      INFO(role << " " << endpoint.method << " " << endpoint.pattern);
      const auto known = bodies().find(endpoint.takes);
      const auto body = endpoint.takes.empty() ? std::string() : known == bodies().end() ? "{}" : known->second;
      for (const auto& query : {std::string(), std::string("?validateOnly=true"), std::string("?asAt=2026-01-01")}) {
        const auto ask = [&](const std::string& reference) {
          return traits(somebody.send(endpoint.method, address_of(endpoint, reference) + query, body,
                                      body.empty() ? HttpFields{} : HttpFields{{"Content-Type", "application/json"}}),
                        reference);
        };
        CHECK(ask(hidden) == ask("26-9999"));
        ++tried;
      }
      // With what a guesser would add: a version, a key that was used.
      const auto guess = [&](const std::string& reference) {
        return traits(
            somebody.send(
                endpoint.method, address_of(endpoint, reference), body,
                {{"Content-Type", "application/json"}, {"If-Match", "\"1\""}, {"Idempotency-Key", "the-same"}}),
            reference);
      };
      CHECK(guess(hidden) == guess("26-9999"));
    }
    // And in no list, count or export.
    for (const auto* list : {"/v1/cases", "/v1/cases/-/clocks", "/v1/cases?filter=stage%3DLOGGED",
                             "/v1/cases/-/clocks?filter=state%3DRUNNING"}) {
      const auto answer = somebody.get(list);
      INFO(list);
      CHECK(answer.status == 200);
      CHECK(answer.body.find(hidden) == std::string::npos);
    }
    CHECK(somebody.get("/v1/export").status == 403);
  }
  CHECK(tried >= 60);
}

TEST_CASE("A panel member sees a case from the first day of membership to the last", "[service]") {
  Practice practice;
  practice.day("2026-03-02");
  const auto id = practice.open();
  practice.add(id, member("ann", R"(,"from":"2026-03-09","until":"2026-03-20")"));
  auto ann = practice.daemon.caller(practice.daemon.issue("ann", "panel-member"));
  const auto sees = [&](const char* day) {
    practice.day(day);
    const bool one = ann.get("/v1/cases/" + id).status == 200;
    CHECK((ann.get("/v1/cases").body.find(id) != std::string::npos) == one);
    CHECK((ann.get("/v1/cases/-/clocks").body.find(id) != std::string::npos) == one);
    return one;
  };
  CHECK_FALSE(sees("2026-03-06"));
  CHECK(sees("2026-03-09"));
  CHECK(sees("2026-03-20"));
  CHECK_FALSE(sees("2026-03-21"));
  practice.day("2026-03-10");
  practice.add(id, R"({"memberRemoved":{"person":"ann"}})");
  CHECK_FALSE(sees("2026-03-10"));
}

TEST_CASE("Whoever is excluded sees nothing of the case, whatever the role", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto chair = practice.daemon.caller(practice.daemon.issue("the-chair", "chair"));
  CHECK(chair.get("/v1/cases/" + id).status == 200);
  practice.add(id, conflict("the-chair", "EXCLUDED"));
  CHECK(chair.get("/v1/cases/" + id).status == 404);
  CHECK(chair.get("/v1/cases").body.find(id) == std::string::npos);
  CHECK(chair.get("/v1/cases/-/clocks").body.find(id) == std::string::npos);
  // Not by breaking the glass either.
  CHECK(chair
            .post("/v1/cases/" + id + ":breakGlass",
                  R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})")
            .status == 201);
  CHECK(chair.get("/v1/cases/" + id).status == 404);
  practice.add(id, conflict("the-chair", "STAYS_DECLARED"));
  CHECK(chair.get("/v1/cases/" + id).status == 200);
}

TEST_CASE("The only review coordinator is not excluded without cover", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.refused(id, conflict("coordinator-1", "EXCLUDED"), "second-person-required", "/conflictDeclared/person");
  auto other = practice.daemon.coordinator("coordinator-2");
  practice.add(id, conflict("coordinator-1", "EXCLUDED"));
  CHECK(practice.coordinator.get("/v1/cases/" + id).status == 404);
  CHECK(other.get("/v1/cases/" + id).status == 200);
  CHECK(other.post("/v1/cases/" + id + "/entries", conflict("coordinator-2", "EXCLUDED")).code() ==
        "second-person-required");
}

TEST_CASE("A sealed case is for the people on its list, and for nobody where there is none", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto reader = practice.daemon.reader("a-reader");
  auto chair = practice.daemon.caller(practice.daemon.issue("the-chair", "chair"));
  practice.add(id, R"({"caseSealed":{"readers":["coordinator-1","a-reader"],"reasons":"Invented."}})");
  CHECK(practice.coordinator.get("/v1/cases/" + id).status == 200);
  CHECK(reader.get("/v1/cases/" + id).status == 200);
  CHECK(chair.get("/v1/cases/" + id).status == 404);
  CHECK(practice.daemon.coordinator("coordinator-2").get("/v1/cases/" + id).status == 404);
  practice.add(id, R"({"caseSealed":{"reasons":"Invented."}})");
  CHECK(practice.coordinator.get("/v1/cases/" + id).status == 404);
  CHECK(reader.get("/v1/cases/" + id).status == 404);

  // Two people of information governance, who open it in an emergency, unseal it.
  const auto open = R"({"ground":"cover-for-absence","reasons":"Nobody is left who sees this case."})";
  for (const auto* name : {"gov-1", "gov-2"}) {
    auto governance = practice.daemon.caller(practice.daemon.issue(name, "information-governance"));
    CHECK(governance.get("/v1/cases/" + id).status == 404);
    CHECK(governance.post("/v1/cases/" + id + ":breakGlass", open).status == 201);
    const auto shown = governance.get("/v1/cases/" + id);
    CHECK(shown.status == 200);
    CHECK(governance.post("/v1/cases/" + id + "/entries", note).code() == "not-permitted");
    const auto* deed = std::string(name) == "gov-1" ? R"({"unsealProposed":{"reasons":"Invented."}})"
                                                    : R"({"caseUnsealed":{"reasons":"Invented."}})";
    const auto sent = governance.post("/v1/cases/" + id + "/entries", deed, {{"If-Match", shown.header("ETag")}});
    INFO(sent.body);
    CHECK(sent.status == 201);
  }
  CHECK(practice.coordinator.get("/v1/cases/" + id).status == 200);
}

TEST_CASE("A case is opened in an emergency for a reason, to read, and somebody else looks at it", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  auto chair = practice.daemon.caller(practice.daemon.issue("the-chair", "chair"));
  const auto at = "/v1/cases/" + id + ":breakGlass";
  CHECK(chair.post(at, R"({"ground":"child-at-risk","reasons":"Too short"})").code() == "reasons-required");
  CHECK(chair.post(at, R"({"ground":"curiosity","reasons":"An invented reason of some length."})").code() ==
        "not-a-choice");
  CHECK(chair.get("/v1/cases/" + id).status == 404);
  const std::string reason = R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})";
  const auto broken = chair.post(at, reason);
  REQUIRE(broken.status == 201);
  CHECK(chair.get("/v1/cases/" + id).status == 200);
  CHECK(chair.get("/v1/cases").body.find(id) != std::string::npos);
  CHECK(chair.get("/v1/cases/" + id).json().at("nextEntries").as_array().empty());
  CHECK(chair.post("/v1/cases/" + id + "/entries", note).code() == "not-permitted");
  // Nobody else may break it.
  for (const auto* role : {"reader", "panel-member", "scrutineer", "script", "administrator"}) {
    CHECK(practice.daemon.caller(practice.daemon.issue(std::string("x-") + role, role)).post(at, reason).status == 403);
  }
  const auto glass = broken.text("/glass");
  auto governance = practice.daemon.caller(practice.daemon.issue("gov-1", "information-governance"));
  CHECK(texts(governance.get("/v1/glass?waiting=true"), "glass", "glass") == std::vector<std::string>{glass});
  CHECK(chair.post("/v1/glass/" + glass + ":review", R"({"finding":"Fine."})").status == 403);
  CHECK(governance.post("/v1/glass/none:review", R"({"finding":"Fine."})").status == 404);
  CHECK(governance.post("/v1/glass/" + glass + ":review", R"({"finding":"Justified. The record shows it."})").status ==
        200);
  CHECK(governance.post("/v1/glass/" + glass + ":review", R"({"finding":"Again."})").code() == "already-recorded");
  CHECK(texts(governance.get("/v1/glass?waiting=true"), "glass", "glass").empty());
  const auto own = governance.post(at, reason).text("/glass");
  CHECK(governance.post("/v1/glass/" + own + ":review", R"({"finding":"Mine."})").code() == "second-person-required");

  // What was looked at by it says so.
  const auto reads = governance.get("/v1/cases/" + id + "/reads");
  bool by_glass = false;
  const auto listed = reads.json();
  for (const auto& read : listed.at("reads").as_array()) {
    const auto* why = read.as_object().if_contains("glass");
    by_glass = by_glass || (why != nullptr && *why == boost::json::string(glass));
  }
  CHECK(by_glass);
}

TEST_CASE("Who has seen a case is on record before the answer, once each", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto reader = practice.daemon.reader("a-reader");
  auto governance = practice.daemon.caller(practice.daemon.issue("gov-1", "information-governance"));
  const auto seen = [&] {
    std::map<std::string, int> count;
    const auto listed = governance.get("/v1/cases/" + id + "/reads?pageSize=200").json();
    for (const auto& read : listed.at("reads").as_array()) {
      if (read.at("person") == "people/a-reader") ++count[read.at("what").as_string().c_str()];
    }
    return count;
  };
  CHECK(seen().empty());
  CHECK(reader.get("/v1/cases/" + id).status == 200);
  CHECK(seen() == std::map<std::string, int>{{"case", 1}});
  (void)reader.get("/v1/cases/" + id + "/entries");
  (void)reader.get("/v1/cases/" + id + "/clocks/notify-panel");
  (void)reader.get("/v1/cases");
  (void)reader.get("/v1/cases/-/clocks");
  (void)reader.get("/v1/cases/99-0001");
  CHECK(seen() == std::map<std::string, int>{{"case", 1}, {"clocks", 1}, {"entries", 1}, {"list", 2}});
  // Whoever may not see who saw what is told nothing.
  CHECK(reader.get("/v1/cases/" + id + "/reads").status == 403);
  // Page by page, newest first.
  const auto first = governance.get("/v1/cases/" + id + "/reads?pageSize=2");
  const auto second = governance.get("/v1/cases/" + id + "/reads?pageSize=2&pageToken=" + first.text("/nextPageToken"));
  CHECK(texts(first, "reads", "time").size() == 2);
  CHECK(texts(second, "reads", "time").size() == 2);
  CHECK(first.text("/reads/1/time") >= second.text("/reads/0/time"));
  CHECK(governance.get("/v1/cases/" + id + "/reads?pageToken=x").code() == "malformed");
  CHECK(governance.get("/v1/cases/" + id + "/reads?from=yesterday").code() == "not-a-date");
  CHECK(texts(governance.get("/v1/cases/" + id + "/reads?until=2020-01-01T00:00:00Z"), "reads", "time").empty());
}

TEST_CASE("Another case that the reader does not see is named nowhere", "[service]") {
  Practice practice;
  practice.day("2026-01-21");
  const auto lead = practice.submitted_case();
  const auto joined = practice.open();
  practice.add(lead, fmt::format(R"({{"reviewCommissioned":{{"kind":"LCSPR","joinsCases":["{}"]}}}})", joined));
  practice.add(lead, member("ann"));
  auto ann = practice.daemon.caller(practice.daemon.issue("ann", "panel-member"));
  for (const auto* part : {"", "/entries", "/clocks"}) {
    const auto answer = ann.get("/v1/cases/" + lead + part);
    INFO(part);
    CHECK(answer.status == 200);
    CHECK(answer.body.find(joined) == std::string::npos);
    CHECK(practice.coordinator.get("/v1/cases/" + lead + part).status == 200);
  }
  CHECK(practice.coordinator.get("/v1/cases/" + lead).body.find(joined) != std::string::npos);
}

TEST_CASE("An agency contact sees the own agency's part of a case, and no more", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"dueOn":"2026-01-14"}})");
  practice.add(id, R"({"memberAdded":{"person":"sam","role":"AGENCY_CONTACT","agency":"police"}})");
  auto sam = practice.daemon.caller(practice.daemon.issue("sam", "agency-contact"));
  const auto shown = sam.get("/v1/cases/" + id).json();
  CHECK(shown.at("children").as_array().size() == 1);
  CHECK_FALSE(shown.at("children").at(0).as_object().contains("ageYears"));
  CHECK_FALSE(shown.as_object().contains("harm"));
  REQUIRE(shown.at("clocks").as_array().size() == 1);
  CHECK(shown.at("clocks").at(0).at("clock") == "agency-return:police");
  CHECK(texts(sam.get("/v1/cases/-/clocks"), "clocks", "clock") == std::vector<std::string>{"agency-return:police"});
  for (const auto* query : {"filter=nextDueOn%3C2026-02-01", "filter=agency%3Dcity-hospital", "orderBy=nextDueOn",
                            "filter=held%3Dtrue", "filter=localAuthority%3Dsandwell"}) {
    CHECK(sam.get(std::string("/v1/cases?") + query).code() == "not-permitted");
  }
  CHECK(sam.get("/v1/cases?filter=stage%3DRAPID_REVIEW").status == 200);
  const auto work = sam.get("/v1/worklist");
  REQUIRE(work.status == 200);
  REQUIRE(work.json().at("soon").at("items").as_array().size() == 1);
  CHECK(work.text("/soon/items/0/clock/clock") == "agency-return:police");
  CHECK(work.json().at("waiting").at("items").as_array().empty());
  CHECK(sam.get("/v1/cases/" + id + "/clocks/rapid-review").status == 404);
  CHECK(sam.get("/v1/cases/" + id + "/clocks/agency-return:city-hospital").status == 404);
  const auto entries = sam.get("/v1/cases/" + id + "/entries").json().at("entries").as_array();
  REQUIRE(entries.size() == 1);
  CHECK(entries.at(0).as_object().contains("agencyReturnRequested"));
  CHECK(sam.post("/v1/cases/" + id + "/entries", R"({"agencyReturnReceived":{"agency":"city-hospital"}})").status ==
        403);
  CHECK(sam.post("/v1/cases/" + id + "/entries", R"({"agencyReturnReceived":{"agency":"police"}})").status == 201);
}

TEST_CASE("From the moment that an exclusion is acknowledged nothing more is seen", "[service]") {
  Practice practice;
  auto chair_token = practice.daemon.issue("the-chair", "chair");
  constexpr int cases = 10;
  constexpr int times = 25;
  int leaks = 0;
  for (int i = 0; i < cases; ++i) {
    const auto id = practice.open();
    // Somebody reads all the time; what counts is every read that was sent after the exclusion was acknowledged.
    std::atomic<int> epoch{0};
    std::atomic<bool> over{false};
    std::atomic<int> leaked{0};
    std::thread reading([&] {
      auto chair = practice.daemon.caller(chair_token);
      while (!over) {
        const int before = epoch.load();
        const bool seen = chair.get("/v1/cases/" + id).status == 200;
        if (seen && before % 2 == 1 && epoch.load() == before) ++leaked;
      }
    });
    for (int j = 0; j < times; ++j) {
      practice.add(id, conflict("the-chair", "EXCLUDED"));
      ++epoch;
      (void)practice.coordinator.get("/healthz");
      ++epoch;
      practice.add(id, conflict("the-chair", "STAYS_DECLARED"));
    }
    over = true;
    reading.join();
    leaks += leaked;
  }
  CHECK(leaks == 0);
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <set>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

/// Every element of a list, page by page; `between` is called after each page.
template <class Between>
std::vector<std::string> all_pages(HttpCaller& caller, const std::string& target, const std::string& list,
                                   const std::string& field, Between between) {
  std::vector<std::string> all;
  std::string next;
  do {
    const auto answer = caller.get(target + (next.empty() ? "" : "&pageToken=" + next));
    INFO(target << "\n" << answer.body);
    REQUIRE(answer.status == 200);
    const auto page = texts(answer, list, field);
    all.insert(all.end(), page.begin(), page.end());
    next = answer.text("/nextPageToken");
    between();
  } while (!next.empty());
  return all;
}

std::string incident_in(const std::string& authority, const std::string& aware) {
  return fmt::format(R"({{"incidentLogged":{{"localAuthorityAwareOn":"{}","harm":"DEATH","abuseOrNeglect":"KNOWN",)"
                     R"("occurredIn":"{}","children":[{{"pseudonym":"Child"}}]}}}})",
                     aware, authority);
}

TEST_CASE("What stays in a list comes exactly once, whatever is added or leaves meanwhile", "[service]") {
  Practice practice;
  practice.day("2026-02-02");
  std::vector<std::string> opened;
  for (int i = 0; i < 11; ++i) opened.push_back(practice.open());
  for (const std::string order : {"", "&orderBy=case", "&orderBy=case%20desc", "&orderBy=openedOn", "&orderBy=stage"}) {
    int round = 0;
    const auto seen = all_pages(practice.coordinator, "/v1/cases?pageSize=3" + order, "cases", "case", [&] {
      if (++round == 2) practice.open();
    });
    INFO(order);
    CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == seen.size());
    for (const auto& id : opened) CHECK(std::count(seen.begin(), seen.end(), id) == 1);
  }
  // Cases leave the filter while somebody reads on.
  int round = 0;
  const auto logged =
      all_pages(practice.coordinator, "/v1/cases?pageSize=4&filter=stage=%22LOGGED%22", "cases", "case", [&] {
        if (++round == 1) practice.add(opened[1], notified);
        if (round == 1) practice.add(opened[9], notified);
      });
  CHECK(std::count(logged.begin(), logged.end(), opened[0]) == 1);
  CHECK(std::count(logged.begin(), logged.end(), opened[8]) == 1);
  CHECK(std::count(logged.begin(), logged.end(), opened[10]) == 1);
  CHECK(std::count(logged.begin(), logged.end(), opened[9]) == 0);
}

TEST_CASE("Clocks across cases are filtered, ordered and paged", "[service]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto early = practice.open(incident_in("sandwell", "2026-01-02"));
  const auto late = practice.open(incident_in("dudley", "2026-01-05"));
  practice.day("2026-01-10");
  auto& coordinator = practice.coordinator;
  const auto overdue = coordinator.get("/v1/cases/-/clocks?filter=state=\"OVERDUE\"&orderBy=dueOn");
  CHECK(overdue.json().at("clocks").as_array().size() == 2);
  CHECK(overdue.text("/clocks/0/case") == early);
  CHECK(overdue.text("/clocks/0/clock") == "notify-panel");
  CHECK(overdue.text("/clocks/1/clock") == "tell-partners");
  CHECK(overdue.json().at_pointer("/clocks/0").as_object().if_contains("working") == nullptr);
  CHECK(overdue.json().at_pointer("/clocks/0/workingDaysLate").as_int64() == 0);
  practice.day("2026-01-13");
  const auto count = [&](const std::string& filter) {
    const auto answer = coordinator.get("/v1/cases/-/clocks?filter=" + filter);
    INFO(filter << " " << answer.body);
    REQUIRE(answer.status == 200);
    return answer.json().at("clocks").as_array().size();
  };
  CHECK(count("state=%22OVERDUE%22") == 4);
  CHECK(count("state=OVERDUE") == 4);
  CHECK(count("state!=%22OVERDUE%22") == 0);
  CHECK(count("state=%22OVERDUE%22%20AND%20case=%22" + early + "%22") == 2);
  CHECK(count("case=%22cases/" + late + "%22") == 2);
  CHECK(count("clock=%22notify-panel%22") == 2);
  CHECK(count("dueOn%20%3C%20%222026-01-12%22") == 2);
  CHECK(count("dueOn%3E=2026-01-12") == 2);
  CHECK(count("dueOn%3E2026-01-12") == 0);
  CHECK(count("legalStatus=%22STATUTORY_GUIDANCE%22") == 4);
  CHECK(count("owedBy=%22AGENCY%22") == 0);
  CHECK(count("") == 4);
  for (const std::string bad : {"colour=red", "state=LATE", "state%3COVERDUE", "dueOn=soon", "state", "state=",
                                "=OVERDUE", "state=OVERDUE%20OR%20state=MET", "state=OVERDUE%20AND", "state=%22OVERDUE",
                                "state==OVERDUE", "state=OVERDUE;DROP%20TABLE%20entries", "state~OVERDUE"}) {
    const auto answer = coordinator.get("/v1/cases/-/clocks?filter=" + bad);
    INFO(bad << " " << answer.body);
    CHECK(answer.status == 400);
    CHECK(answer.text("/violations/0/pointer") == "/filter");
  }
  const auto newest = coordinator.get("/v1/cases/-/clocks?orderBy=dueOn%20desc");
  CHECK(newest.text("/clocks/0/case") == late);
  for (const std::string bad : {"colour", "dueOn%20up", "dueOn,case", "desc", "dueOn%20desc%20desc"})
    CHECK(coordinator.get("/v1/cases/-/clocks?orderBy=" + bad).text("/violations/0/pointer") == "/orderBy");
  const auto paged = all_pages(coordinator, "/v1/cases/-/clocks?pageSize=1", "clocks", "case", [] {});
  CHECK(paged == std::vector<std::string>{early, early, late, late});
}

TEST_CASE("Cases are filtered by stage, authority, day and hold", "[service]") {
  Practice practice;
  const auto sandwell = practice.open(incident_in("sandwell", "2026-01-02"));
  practice.day("2026-02-02");
  const auto dudley = practice.open(incident_in("dudley", "2026-01-30"));
  practice.add(dudley, notified);
  practice.add(dudley, R"({"proceedingsOpened":{"kind":"CRIMINAL"}})");
  const auto found = [&](const std::string& filter) {
    const auto answer = practice.coordinator.get("/v1/cases?filter=" + filter);
    INFO(filter << " " << answer.body);
    REQUIRE(answer.status == 200);
    return texts(answer, "cases", "case");
  };
  using Cases = std::vector<std::string>;
  CHECK(found("stage=%22NOTIFIED%22") == Cases{dudley});
  CHECK(found("stage!=NOTIFIED") == Cases{sandwell});
  CHECK(found("localAuthority=%22sandwell%22") == Cases{sandwell});
  CHECK(found("openedOn%3E=%222026-02-01%22") == Cases{dudley});
  CHECK(found("held=true") == Cases{dudley});
  CHECK(found("held=%22false%22") == Cases{sandwell});
  CHECK(found("held=true%20AND%20localAuthority=sandwell").empty());
  for (const std::string bad : {"stage=OPEN", "held=perhaps", "openedOn=2026", "version=1"})
    CHECK(practice.coordinator.get("/v1/cases?filter=" + bad).status == 400);
}

TEST_CASE("Page sizes and tokens keep to their bounds", "[service]") {
  Practice practice;
  auto& coordinator = practice.coordinator;
  for (int i = 0; i < 3; ++i) practice.open();
  const auto first = coordinator.get("/v1/cases?pageSize=1");
  const auto token = first.text("/nextPageToken");
  CHECK_FALSE(token.empty());
  CHECK(coordinator.get("/v1/cases?pageSize=0").json().at("cases").as_array().size() == 3);
  CHECK(coordinator.get("/v1/cases?pageSize=100000").status == 200);
  for (const std::string bad : {"-1", "x", "", "1.5", "-99999999999999999999"})
    CHECK(coordinator.get("/v1/cases?pageSize=" + bad).text("/violations/0/pointer") == "/pageSize");
  // A token belongs to its list, filter and order.
  for (const std::string other : {"/v1/cases?orderBy=openedOn&pageToken=", "/v1/cases?filter=held=true&pageToken=",
                                  "/v1/cases/-/clocks?pageToken=", "/v1/cases/26-0001/entries?pageToken="})
    CHECK(coordinator.get(other + token).text("/violations/0/pointer") == "/pageToken");
  for (const auto& bad : std::vector<std::string>{"x", "AAAA", "W10", token.substr(1)})
    CHECK(coordinator.get("/v1/cases?pageToken=" + bad).status == 400);
  const auto id = practice.open();
  for (int i = 0; i < 4; ++i) practice.add(id, note);
  const auto entries = all_pages(coordinator, "/v1/cases/" + id + "/entries?pageSize=2", "entries", "entry", [&] {});
  CHECK(entries.size() == 5);
  CHECK(std::set<std::string>(entries.begin(), entries.end()).size() == 5);
}

/// A page token that somebody made up.
std::string made_up(const std::string& json) {
  std::string text(sodium_base64_encoded_len(json.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(json.data()), json.size(),
                    sodium_base64_VARIANT_URLSAFE_NO_PADDING);
  text.pop_back();
  return text;
}

TEST_CASE("A page token that was made up is refused, and the service goes on", "[service]") {
  Practice practice;
  auto member = practice.daemon.caller(practice.daemon.issue("ann", "panel-member"));
  for (const auto* keys : {"[]", "[\"a\"]", "[\"a\",\"b\",\"c\"]", "[\"a\",\"b\",\"c\",\"d\"]"}) {
    const auto token = made_up(fmt::format(R"(["/v1/cases?&&","2026-01-05",{}])", keys));
    INFO(keys);
    CHECK(member.get("/v1/cases?pageToken=" + token).text("/violations/0/pointer") == "/pageToken");
    const auto clocks = made_up(fmt::format(R"(["/v1/cases/-/clocks?&&","2026-01-05",{}])", keys));
    if (std::string(keys) != "[\"a\",\"b\",\"c\"]") {
      CHECK(member.get("/v1/cases/-/clocks?pageToken=" + clocks).text("/violations/0/pointer") == "/pageToken");
    }
    CHECK(member.get("/v1/meetings?pageToken=" + made_up(fmt::format(R"(["/v1/meetings?&&","2026-01-05",{}])", keys)))
              .status < 500);
  }
  CHECK(member.get("/v1/cases").status == 200);
}

TEST_CASE("The day in a page token opens no case: who sees it is asked of today", "[service]") {
  Practice practice;
  practice.day("2026-03-02");
  const auto id = practice.open();
  practice.add(id, R"({"memberAdded":{"person":"ann","role":"PANEL_MEMBER","agency":"police","until":"2026-03-20"}})");
  auto ann = practice.daemon.caller(practice.daemon.issue("ann", "panel-member"));
  const auto token = made_up(R"(["/v1/cases?&&","2026-03-18",["",""]])");
  CHECK(ann.get("/v1/cases?pageToken=" + token).body.find(id) != std::string::npos);
  practice.day("2026-04-01");
  const auto late = ann.get("/v1/cases?pageToken=" + token);
  CHECK(late.status == 200);
  CHECK(late.body.find(id) == std::string::npos);
  const auto clocks = made_up(R"(["/v1/cases/-/clocks?&&","2026-03-18",["","",""]])");
  CHECK(ann.get("/v1/cases/-/clocks?pageToken=" + clocks).body.find(id) == std::string::npos);
}

TEST_CASE("A list that is read over midnight keeps the day that it began with", "[service]") {
  Practice practice;
  practice.day("2026-01-12");
  for (int i = 0; i < 3; ++i) practice.open(incident_in("sandwell", "2026-01-05"));
  const std::string due = "/v1/cases/-/clocks?pageSize=2&filter=state=%22DUE_TODAY%22";
  int round = 0;
  const auto seen = all_pages(practice.coordinator, due, "clocks", "asOf", [&] {
    if (++round == 1) practice.day("2026-01-13");
  });
  CHECK(seen == std::vector<std::string>(6, "2026-01-12"));
}

}  // namespace
}  // namespace review::service_test

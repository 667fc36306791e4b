#include <algorithm>
#include <boost/json/array.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "tests/bench/filling.hpp"
#include "tests/http/sight_support.hpp"

/// Lists of what few cases have, in a store of many.
namespace review::service_test {
namespace {

constexpr int many_cases = 2000;
/// To look at every case takes some seconds; to look at those that have something takes some milliseconds.
constexpr std::chrono::milliseconds quick{300};

/// The quickest of several, as the machine may do other things too.
std::chrono::milliseconds time_of(HttpCaller& caller, const std::string& address) {
  auto best = std::chrono::steady_clock::duration::max();
  for (int i = 0; i < 5; ++i) {
    const auto begun = std::chrono::steady_clock::now();
    REQUIRE(caller.get(address).status == 200);
    best = std::min(best, std::chrono::steady_clock::now() - begun);
  }
  return std::chrono::duration_cast<std::chrono::milliseconds>(best);
}

TEST_CASE("Embargoes and publications are listed at once among 2,000 cases, page by page, none left out", "[service]") {
  Practice practice;
  const auto published = practice.accepted_case();
  practice.add(published, R"({"publicationPlanned":{"plannedOn":"2026-06-15"}})");
  practice.add(published, R"({"advanceCopySent":{"to":["PANEL","SECRETARY_OF_STATE","OFSTED"],"version":1}})");
  practice.check_report(published);
  practice.day("2026-06-15");
  practice.add(published, R"({"reportPublished":{"version":1,"form":"FULL"}})");
  (void)practice.daemon.stop();
  std::vector<std::string> held;
  {
    bench::Filling filling(practice.daemon.store());
    filling.together([&] {
      for (int number = 0; number < many_cases; ++number) {
        const auto id = filling.open("2026-06-16", number);
        if (number % 500 != 499) continue;
        filling.add(id, "2026-06-16", "{'embargoPlaced':{'reason':'Invented.','reviewOn':'2026-12-01'}}");
        held.push_back(id);
      }
    });
  }
  practice.daemon.start();
  auto caller = practice.daemon.coordinator();
  REQUIRE(caller.put("/v1/practice/today", R"({"date":"2026-06-17"})").status == 200);

  CHECK(texts(caller.get("/v1/embargoes"), "embargoes", "case") == held);
  CHECK(texts(caller.get("/v1/embargoes?case=" + held[2]), "embargoes", "case") == std::vector{held[2]});
  CHECK(texts(caller.get("/v1/embargoes?case=" + published), "embargoes", "case").empty());
  CHECK(texts(caller.get("/v1/publications"), "publications", "case") == std::vector{published});
  std::vector<std::string> seen;
  std::string token;
  do {
    const auto page = caller.get("/v1/embargoes?pageSize=1&pageToken=" + token);
    REQUIRE(page.status == 200);
    for (const auto& one : texts(page, "embargoes", "case")) seen.push_back(one);
    REQUIRE(seen.size() <= held.size());
    token = page.json().at("nextPageToken").as_string().c_str();
  } while (!token.empty());
  CHECK(seen == held);
  CHECK(caller.get("/v1/publications?pageToken=x").status == 400);

  for (const auto* address : {"/v1/embargoes", "/v1/embargoes:csv", "/v1/publications", "/v1/publications:csv",
                              "/v1/publications:page", "/v1/publications?filter=takenDown=true"}) {
    INFO(address);
    CHECK(time_of(caller, address) < quick);
  }
  CHECK(time_of(caller, "/v1/embargoes?case=" + published) < quick);
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "libreview/journal/transaction.hpp"
#include "tests/bench/filling.hpp"
#include "tests/bench/timing.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/small_case.hpp"

namespace review::bench {
namespace {

using test::Browser;
using test::Daemon;

constexpr int store_runs = 21;

/// A million reads: every second one of one case, the others of fifty.
void add_reads(Filling& filling, const std::string& of_case) {
  constexpr int all = 1'000'000;
  constexpr int together = 10'000;
  auto& storage = filling.storage();
  for (int number = 0; number < all; number += together) {
    filling.together([&] {
      std::vector<Read> reads;
      for (int i = 0; i < together; ++i) {
        const auto record = i % 2 == 0 ? "cases/" + of_case : fmt::format("cases/25-{:04}", i % 50);
        reads.push_back({0, {}, fmt::format("person-{}", i % 40), "reader", record, "case", {}});
      }
      const auto at = Instant(std::chrono::hours(24 * 20'000) + std::chrono::seconds(number));
      if (!storage.read_log().add(reads, at)) throw std::runtime_error("The reads are not taken.");
    });
  }
}

TEST_CASE("Who has seen a case is answered within a second at a million reads", "[.][bench]") {
  Daemon daemon;
  (void)daemon.stop();
  std::string id;
  {
    Filling filling(daemon.store());
    filling.together([&] { id = filling.open("2026-03-09", 1); });
    add_reads(filling, id);
  }
  daemon.start();
  auto governance = daemon.caller(daemon.issue("gov-1", "information-governance"));
  const auto address = "/v1/cases/" + id + "/reads?pageSize=200";
  const auto check = [&](const std::string& what, const std::string& at) {
    const auto answer = governance.get(at);
    INFO(what << " " << answer.body.substr(0, 300));
    REQUIRE(answer.status == 200);
    CHECK(holds("Who has seen it, a million reads: " + what,
                timed(daemon, store_runs, [&] { (void)governance.get(at); }), 1000));
  };
  check("first page", address);
  check("deep page", address + "&pageToken=400000");
  check("last page", address + "&pageToken=300");
  check("an early hour", address + "&from=2024-10-04T00:00:00Z&until=2024-10-04T01:00:00Z");
  check("after the last", address + "&from=2040-01-01T00:00:00Z");
  check("a case nobody saw", "/v1/cases/26-9999/reads");
  for (const auto* role : {"information-governance", "coordinator"}) {
    auto browser = Browser::of(daemon, std::string("page-") + role, role);
    for (const auto* page : {"", "?page=400000", "?page=300"}) {
      const auto at = "/cases/" + id + "/seen" + page;
      REQUIRE(browser.open(at).status == 200);
      CHECK(holds(fmt::format("  the page, {} {}", role, page),
                  timed(daemon, store_runs, [&] { (void)browser.open(at); }), 1000));
    }
  }
}

TEST_CASE("A search answers within 100 ms at 10,000 cases", "[.][bench]") {
  constexpr int cases = 10'000;
  Daemon daemon;
  (void)daemon.stop();
  {
    Filling filling(daemon.store());
    for (int number = 0; number < cases;) {
      filling.together([&] {
        for (int i = 0; i < 64 && number < cases; ++i, ++number) {
          const auto day = test::day("2016-01-04").plus_days(number / 3).iso();
          const auto id = filling.open(day, number,
                                       fmt::format("An invented incident near the {} bridge, seen by neighbour {}.",
                                                   number % 2 == 0 ? "river" : "railway", number));
          if (number % 300 == 0) {
            filling.add(id, day, "{'memberAdded':{'person':'member-1','role':'PANEL_MEMBER','agency':'police'}}");
          }
        }
      });
    }
  }
  daemon.start();
  struct Asked {
    const char* what;
    const char* words;
  };
  for (const auto* role : {"coordinator", "panel-member", "agency-contact"}) {
    auto caller = daemon.caller(daemon.issue(role == std::string("panel-member") ? "member-1" : role, role));
    for (const auto& [what, words] : {Asked{"a word of one case", "neighbour 7777"},
                                      {"a word of half of them", "river"},
                                      {"a word of all", "invented"},
                                      {"a word of none", "zebra"},
                                      {"three words", "invented incident bridge"}}) {
      const auto body = fmt::format(R"({{"words":"{}"}})", words);
      const auto answer = caller.post("/v1/cases:search", body);
      INFO(what << " " << answer.body.substr(0, 300));
      REQUIRE(answer.status == 200);
      CHECK(holds(fmt::format("Search at 10,000 cases: {}, {}", what, role),
                  timed(daemon, store_runs, [&] { (void)caller.post("/v1/cases:search", body); }), 100));
    }
    const auto list = [&](const std::string& what, const std::string& at) {
      REQUIRE(caller.get(at).status == 200);
      CHECK(holds(fmt::format("{} at 10,000 cases, {}", what, role),
                  timed(daemon, store_runs, [&] { (void)caller.get(at); }), 100));
    };
    list("The list of cases", "/v1/cases");
    list("What to choose from", "/v1/cases:choices");
  }
}

}  // namespace
}  // namespace review::bench

#include <catch2/catch.hpp>
#include <functional>

#include "tests/bench/filling.hpp"
#include "tests/bench/timing.hpp"
#include "tests/support/browser.hpp"

// What the service is held to, on its figures. `review_tests "[bench]"` prints them; `tools/test --long` runs them too.
// The daemon is real, and the store is on disk.

namespace review::bench {
namespace {

using test::Browser;
using test::Daemon;

constexpr int page_runs = 101;
constexpr double quick_ms = 10;
constexpr std::size_t light_kib = 100;

/// A daemon on a store that was filled, on Tuesday 17 March 2026.
class Filled {
 public:
  explicit Filled(const std::function<void(Filling&)>& fill) {
    (void)daemon.stop();
    {
      Filling filling(daemon.store());
      fill(filling);
    }
    daemon.start();
    auto somebody = daemon.coordinator();
    REQUIRE(somebody.put("/v1/practice/today", R"({"date":"2026-03-17"})").status == 200);
  }

  Daemon daemon;
};

void check_page(const Daemon& daemon, Browser& browser, const std::string& who, const std::string& what,
                const std::string& address, double bar_ms = quick_ms) {
  const auto page = browser.open(address);
  INFO(what << " " << page.body.substr(0, 400));
  REQUIRE(page.status == 200);
  const auto times = timed(daemon, page_runs, [&] { REQUIRE(browser.open(address).status == 200); });
  CHECK(holds(what + ", " + who, times, bar_ms));
  CHECK(fits("  its weight without assets", page.body.size(), light_kib));
}

std::string member(const std::string& person) {
  return "{'memberAdded':{'person':'" + person + "','role':'PANEL_MEMBER','agency':'police','from':'2026-01-01'}}";
}

TEST_CASE("The page of a case with 200 updates is quick and light", "[.][bench]") {
  std::string id;
  const Filled filled([&](Filling& filling) {
    filling.together([&] {
      id = filling.open("2026-03-09", 7);
      filling.begin_rapid_review(id, "2026-03-10");
      filling.add(id, "2026-03-10", member("member-1"));
      filling.fill_up(id, "2026-03-11", 200);
    });
  });
  for (const auto* role : {"coordinator", "chair", "panel-member"}) {
    auto browser = Browser::of(filled.daemon, role == std::string("panel-member") ? "member-1" : role, role);
    check_page(filled.daemon, browser, role, "Case with 200 updates", "/cases/" + id);
    check_page(filled.daemon, browser, role, "  an older page of its updates", "/cases/" + id + "?page=3");
    check_page(filled.daemon, browser, role, "  how a date was worked out", "/cases/" + id + "/clocks/rapid-review");
  }
}

TEST_CASE("The home page and the overview are quick at 200 open cases", "[.][bench]") {
  constexpr int cases = 200;
  constexpr int own_cases = 30;
  const Filled filled([&](Filling& filling) {
    for (int number = 0; number < cases; ++number) {
      filling.together([&] {
        const auto id = filling.open("2026-03-09", number);
        if (number % 10 == 0) return;
        filling.begin_rapid_review(id, "2026-03-10");
        filling.add(id, "2026-03-10", member("member-of-all"));
        if (number % own_cases == 1 || number <= own_cases) {
          filling.add(id, "2026-03-10", member("member-1"));
          filling.add(id, "2026-03-11",
                      "{'circulationStarted':{'question':'An invented question.','agencies':['police','city-hospital'],"
                      "'respondBy':'2026-03-20'}}");
        }
        filling.fill_up(id, "2026-03-12", 20);
      });
    }
  });
  struct Somebody {
    const char* person;
    const char* role;
  };
  for (const auto& [person, role] : {Somebody{"coordinator", "coordinator"},
                                     {"chair", "chair"},
                                     {"member-1", "panel-member"},
                                     {"member-of-all", "panel-member"},
                                     {"agency-contact", "agency-contact"}}) {
    auto browser = Browser::of(filled.daemon, person, role);
    check_page(filled.daemon, browser, person, "Home at 200 open cases", "/");
    check_page(filled.daemon, browser, person, "Where every review stands, at 200 open cases", "/overview", 50);
    check_page(filled.daemon, browser, person, "The list of cases", "/cases", 50);
  }
}

}  // namespace
}  // namespace review::bench

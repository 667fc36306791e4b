#include <fmt/format.h>

#include <array>
#include <catch2/catch.hpp>

#include "tests/bench/filling.hpp"
#include "tests/bench/timing.hpp"
#include "tests/support/small_case.hpp"

namespace review::bench {
namespace {

using test::Daemon;

constexpr int runs = 21;
constexpr int cases = 1000;
constexpr int each = 10;

constexpr std::array<const char*, 9> whom = {"midwives",       "health visitors", "constables",
                                             "social workers", "teachers",        "paramedics",
                                             "dentists",       "youth officers",  "probation officers"};
constexpr std::array<const char*, 11> what = {"injuries of infants that do not move by themselves",
                                              "missed appointments",
                                              "handover between hospitals",
                                              "the voice of the child",
                                              "professional challenge",
                                              "school absence",
                                              "domestic abuse and its victims",
                                              "unsafe sleep",
                                              "older children who are exploited",
                                              "addresses that change often",
                                              "fathers who are not seen"};
constexpr std::array<const char*, 7> how = {"write down who decided and why",     "meet within a week of the referral",
                                            "record what was asked and by whom",  "use one form for every handover",
                                            "escalate where nobody answers",      "check the register before a visit",
                                            "report twice a year to the subgroup"};

constexpr std::array<const char*, 4> verbs = {"train", "brief", "remind", "supervise"};

/// An invented place of its own for each: `bokedi`.
std::string place_of(std::size_t number) {
  std::string name;
  for (int syllable = 0; syllable < 4; ++syllable, number /= 50) {
    name += "bdfgklmnpr"[number % 10];
    name += "aeiou"[number / 10 % 5];
  }
  return name;
}

/// 10,000 recommendations of about twenty words, no two of which are the same.
void add_recommendations(Filling& filling) {
  for (int number = 0; number < cases;) {
    filling.together([&] {
      for (int i = 0; i < 8 && number < cases; ++i, ++number) {
        const auto day = test::day("2016-01-04").plus_days(number * 3).iso();
        const auto id = filling.open(day, number);
        for (int k = 0; k < each; ++k) {
          const auto at = static_cast<std::size_t>(number * each + k);
          filling.add(id, day,
                      fmt::format("{{'recommendationMade':{{'text':'Agencies {} {} on {}, so that they {} and {}, in "
                                  "{}.'}}}}",
                                  verbs[at / 3 % verbs.size()], whom[at % whom.size()], what[at % what.size()],
                                  how[at % how.size()], how[at / 7 % how.size()], place_of(at)));
        }
        filling.add(id, day,
                    "{'actionAgreed':{'recommendation':'recommendation-1','owner':'police','dueOn':'2026-12-01'}}");
      }
    });
  }
}

}  // namespace

TEST_CASE("The nearest of 10,000 recommendations are found within 20 ms", "[.][bench]") {
  Daemon daemon;
  (void)daemon.stop();
  {
    Filling filling(daemon.store());
    add_recommendations(filling);
  }
  daemon.start();
  struct Asked {
    const char* what;
    const char* text;
  };
  for (const auto& [about, text] :
       {Asked{"a few words", "unsafe sleep and fathers"},
        Asked{"a sentence", "Train midwives on unsafe sleep, so that they check the register before a visit."},
        Asked{"common words", "Train staff in practice, review the policy and support families and children."},
        Asked{"a long one",
              "Constables and teachers are trained together on domestic abuse and its victims, on school absence and "
              "on older children who are exploited, write down who decided and why, and report twice a year to the "
              "subgroup on addresses that change often."},
        Asked{"words of none", "Quillfeather grimbledon"}}) {
    for (const auto* role : {"coordinator", "reader"}) {
      auto caller = daemon.caller(daemon.issue(role, role));
      const auto body = fmt::format(R"({{"text":"{}"}})", text);
      const auto answer = caller.post("/v1/recommendations:nearest", body);
      INFO(about << " " << answer.body.substr(0, 300));
      REQUIRE(answer.status == 200);
      CHECK(holds(fmt::format("Nearest of 10,000 recommendations: {}, {}", about, role),
                  timed(daemon, runs, [&] { (void)caller.post("/v1/recommendations:nearest", body); }), 20));
    }
  }
}

}  // namespace review::bench

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

/// Those of the oldest national list: the cases are of its time.
constexpr std::array<const char*, 6> themes = {"child-daily-life", "reluctant-families",  "critical-thinking",
                                               "changing-risk",    "information-sharing", "leadership-and-culture"};

std::string recommendation(std::size_t at) {
  return fmt::format(
      "{{'recommendationMade':{{'text':'Agencies {} {} on {}, so that they {} and {}, in {}.','themes':['{}']}}}}",
      verbs[at / 3 % verbs.size()], whom[at % whom.size()], what[at % what.size()], how[at % how.size()],
      how[at / 7 % how.size()], place_of(at), themes[at / 10 % themes.size()]);
}

std::string finding(std::size_t at) {
  return fmt::format(
      "{{'learningCaptured':{{'findings':[{{'finding':'An invented finding.','themes':['{}','{}','{}']}}]}}}}",
      themes[at % themes.size()], themes[(at + 3) % themes.size()], themes[(at + 7) % themes.size()]);
}

/// 10,000 recommendations of about twenty words, no two of which are the same.
void add_recommendations(Filling& filling) {
  for (int number = 0; number < cases;) {
    filling.together([&] {
      for (int i = 0; i < 8 && number < cases; ++i, ++number) {
        const auto day = test::day("2021-05-04").plus_days(number).iso();
        const auto id = filling.open(day, number);
        for (int k = 0; k < each; ++k) {
          const auto at = static_cast<std::size_t>(number * each + k);
          filling.add(id, day, recommendation(at));
        }
        filling.add(id, day, finding(static_cast<std::size_t>(number)));
        filling.add(id, day,
                    "{'actionAgreed':{'recommendation':'recommendation-1','owner':'police','dueOn':'2026-12-01'}}");
      }
    });
  }
}

/// A case of now that found and recommends what others did.
std::string open_newest(Filling& filling) {
  constexpr std::array<std::size_t, 3> said_before{17, 4000, 9990};
  const std::string day = "2026-03-09";
  std::string id;
  filling.together([&] {
    id = filling.open(day, cases);
    filling.add(id, day, finding(2));
    for (const auto at : said_before) filling.add(id, day, recommendation(at));
  });
  return id;
}

/// Whoever decides what follows from a rapid review waits for these: three recommendations and five themes are looked
/// for at once, and two dozen cases read for what is shown of them.
constexpr int repeats_bar_ms = 30;

void check_repeats(Daemon& daemon, const std::string& id) {
  for (const auto* role : {"coordinator", "reader"}) {
    auto caller = daemon.caller(daemon.issue(fmt::format("{}-of-repeats", role), role));
    const auto address = "/v1/cases/" + id + "/repeats";
    const auto answer = caller.get(address);
    INFO(answer.body.substr(0, 300));
    REQUIRE(answer.status == 200);
    REQUIRE(answer.json().at("recommendations").at(0).at("times").to_number<int>() > 0);
    REQUIRE(answer.json().at("themes").at(0).at("findings").to_number<int>() > 0);
    CHECK(holds(fmt::format("What a case repeats of 10,000 recommendations, {}", role),
                timed(daemon, runs, [&] { (void)caller.get(address); }), repeats_bar_ms));
  }
}

}  // namespace

TEST_CASE("The nearest of 10,000 recommendations are found within 20 ms, and what a case repeats of them within 30",
          "[.][bench]") {
  Daemon daemon;
  (void)daemon.stop();
  std::string newest;
  {
    Filling filling(daemon.store());
    add_recommendations(filling);
    newest = open_newest(filling);
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
  check_repeats(daemon, newest);
}

}  // namespace review::bench

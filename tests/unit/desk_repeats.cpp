#include <fmt/format.h>

#include "libreview/desk/repeats.hpp"
#include "tests/unit/desk_support.hpp"

/// What of a case was said before. All invented.
namespace review::test {
namespace {

std::string finding(const std::string& themes) {
  return fmt::format("{{'learningCaptured':{{'findings':[{{'finding':'Invented.','themes':[{}]}}]}}}}", themes);
}

std::string repeat_made(const std::string& text, const std::string& theme) {
  return fmt::format("{{'recommendationMade':{{'text':'{}','themes':['{}']}}}}", text, theme);
}

const std::string handover = "Midwives hand families over to health visitors in writing.";

Repeats repeats_of(DeskOffice& office, const std::string& id) {
  ReadCases cases(office.desk, office.views, office.reader, office.moment());
  auto found = repeats(cases, id, 70);
  if (!found) FAIL(found.error().says);
  return std::move(*found);
}

/// `neglect 2 found, 1 recommended, 1 cases`
std::vector<std::string> themes(const Repeats& repeats) {
  std::vector<std::string> all;
  for (const auto& one : repeats.themes)
    all.push_back(
        fmt::format("{} {} found, {} recommended, {} cases", one.theme, one.findings, one.recommended, one.cases));
  return all;
}

using Themes = std::vector<std::string>;

/// Two earlier cases, and one that finds the same again.
struct Three {
  DeskOffice office;
  std::string first = office.open();
  std::string second = office.open();
  std::string third = office.open();

  Three() {
    office.must(first, finding("'information-sharing','vulnerable-babies'"));
    office.must(first, repeat_made(handover, "information-sharing"));
    office.must(second, finding("'information-sharing'"));
    office.must(third, finding("'information-sharing','neglect'"));
    office.must(third,
                repeat_made("In writing, midwives hand families over to the health visitors.", "information-sharing"));
    office.must(third, repeat_made("Check every address at the gate.", "neglect"));
  }
};

}  // namespace

TEST_CASE("A theme is counted in the findings and recommendations of earlier cases", "[unit]") {
  Three three;
  const auto found = repeats_of(three.office, three.third);
  CHECK(themes(found) ==
        Themes{"information-sharing 2 found, 1 recommended, 2 cases", "neglect 0 found, 0 recommended, 0 cases"});
  REQUIRE(found.themes[0].newest.size() == 2);
  CHECK(found.themes[0].newest[0].case_id == three.second);
  CHECK(found.themes[0].newest[0].recommendations.empty());
  REQUIRE(found.themes[0].newest[1].recommendations.size() == 1);
  CHECK(found.themes[0].newest[1].recommendations[0].text == handover);
  CHECK(found.themes[0].newest[1].recommendations[0].state.standing() == Standing::nothing_agreed);
}

TEST_CASE("Each finding of an entry that holds several counts", "[unit]") {
  DeskOffice office;
  const auto first = office.open();
  const auto now = office.open();
  office.must(first,
              "{'learningCaptured':{'findings':[{'finding':'Invented.','themes':['neglect','vulnerable-babies']},"
              "{'finding':'Invented too.','themes':['neglect']},{'finding':'On nothing.'}]}}");
  office.must(now, finding("'neglect','vulnerable-babies'"));
  CHECK(themes(repeats_of(office, now)) ==
        Themes{"neglect 2 found, 0 recommended, 1 cases", "vulnerable-babies 1 found, 0 recommended, 1 cases"});
  office.check_views();
}

TEST_CASE("What programmes found is counted apart from what cases did", "[unit]") {
  DeskOffice office;
  const auto programme = office.must("", "{'programmeOpened':{'sort':'INSPECTION','title':'Invented'}}").case_id;
  const auto first = office.open();
  const auto now = office.open();
  for (const auto& id : {programme, first, now}) office.must(id, finding("'neglect'"));
  const auto found = repeats_of(office, now);
  REQUIRE(found.themes.size() == 1);
  CHECK(found.themes[0].findings == 2);
  CHECK(found.themes[0].cases == 1);
  CHECK(found.themes[0].programmes == 1);
}

TEST_CASE("What a later case says does not repeat it for an earlier one", "[unit]") {
  Three three;
  CHECK(themes(repeats_of(three.office, three.first)) == Themes{"information-sharing 0 found, 0 recommended, 0 cases",
                                                                "vulnerable-babies 0 found, 0 recommended, 0 cases"});
  CHECK(themes(repeats_of(three.office, three.second)) ==
        Themes{"information-sharing 1 found, 1 recommended, 1 cases"});
  REQUIRE(repeats_of(three.office, three.first).recommendations.size() == 1);
  CHECK(repeats_of(three.office, three.first).recommendations[0].before.empty());
}

TEST_CASE("A recommendation is repeated where it is all but equal to an earlier one", "[unit]") {
  Three three;
  const auto found = repeats_of(three.office, three.third);
  REQUIRE(found.recommendations.size() == 2);
  REQUIRE(found.recommendations[0].before.size() == 1);
  CHECK(found.recommendations[0].before[0].case_id == three.first);
  CHECK(found.recommendations[1].made.text == "Check every address at the gate.");
  CHECK(found.recommendations[1].before.empty());
  CHECK(found.recommendations[0].times == 1);
  CHECK(found.recommendations[1].times == 0);
}

TEST_CASE("All repeats of a recommendation are counted, and the likest are told", "[unit]") {
  DeskOffice office;
  for (std::size_t i = 0; i < most_repeats + 2; ++i) office.must(office.open(), repeat_made(handover, "neglect"));
  const auto likest = office.open();
  office.must(likest, repeat_made("Midwives hand families over in writing.", "neglect"));
  const auto now = office.open();
  office.must(now, repeat_made("Midwives hand families over in writing.", "neglect"));
  office.must(office.open(), repeat_made(handover, "neglect"));
  const auto found = repeats_of(office, now);
  REQUIRE(found.recommendations.size() == 1);
  CHECK(found.recommendations[0].times == static_cast<int>(most_repeats) + 3);
  REQUIRE(found.recommendations[0].before.size() == most_repeats);
  CHECK(found.recommendations[0].before[0].case_id == likest);
}

TEST_CASE("Nothing is counted of a case that the reader does not see", "[unit]") {
  Three three;
  auto& office = three.office;
  for (const auto& id : {three.second, three.third})
    office.must(id, "{'memberAdded':{'person':'pat','role':'PANEL_MEMBER','from':'2026-03-02'}}");
  office.reader = Reader{"pat", Role::panel_member};
  const auto found = repeats_of(office, three.third);
  CHECK(themes(found) ==
        Themes{"information-sharing 1 found, 0 recommended, 1 cases", "neglect 0 found, 0 recommended, 0 cases"});
  CHECK(found.recommendations[0].before.empty());
  ReadCases cases(office.desk, office.views, office.reader, office.moment());
  const auto hidden = repeats(cases, three.first, 70);
  REQUIRE_FALSE(hidden);
  CHECK(hidden.error().code == Code::not_found);
}

TEST_CASE("What was withdrawn was not said before", "[unit]") {
  Three three;
  auto& office = three.office;
  const auto entries = office.desk.entries(three.first, office.reader, office.moment());
  REQUIRE(entries);
  for (const auto& entry : *entries) {
    if (!entry.has_learning_captured() && !entry.has_recommendation_made()) continue;
    office.must(three.first, fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE'}}}}", entry.entry()));
  }
  const auto found = repeats_of(office, three.third);
  CHECK(themes(found) ==
        Themes{"information-sharing 1 found, 0 recommended, 1 cases", "neglect 0 found, 0 recommended, 0 cases"});
  CHECK(found.recommendations[0].before.empty());
  office.check_views();
}

TEST_CASE("The measures of likeness are of the law, and each says what it stands on", "[unit]") {
  const auto& partnership = law().partnership();
  REQUIRE(partnership.likeness.size() == 3);
  for (const auto& rule : partnership.likeness) {
    CHECK_FALSE(rule.grade.empty());
    CHECK_FALSE(rule.note.empty());
    CHECK_FALSE(rule.references.empty());
  }
  CHECK(partnership.like_from("nearest") < partnership.like_from("repeated"));
  CHECK(partnership.like_from("unheard-of") == 100);
}

}  // namespace review::test

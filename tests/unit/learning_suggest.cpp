#include <catch2/catch.hpp>

#include "libreview/learning/stemmer.hpp"
#include "libreview/learning/suggest_themes.hpp"
#include "tests/support/small_case.hpp"
#include "tests/unit/law_small.hpp"

/// Themes that are suggested from a text.
namespace review::test {
namespace {

using Texts = std::vector<std::string>;

Texts themes_of(const std::vector<SuggestedTheme>& all) {
  Texts ids;
  for (const auto& one : all) ids.push_back(one.theme->id);
  return ids;
}

bool holds(const Texts& all, const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }

std::string list(const std::string& id, const std::string& from, const std::string& themes) {
  return "[[theme-list]]\nid = \"" + id + "\"\ntitle = \"T\"\nfrom = " + from +
         "\ncites = [{ source = \"act\" }]\ngrade = \"S\"\n" + themes;
}
std::string theme(const std::string& id, const std::string& words) {
  return "[[theme-list.theme]]\nid = \"" + id + "\"\ntitle = \"T\"\nsentence = \"S\"\nwords = [" + words + "]\n";
}

RuleBook small(const std::string& themes) {
  law_test::SmallLaw law;
  law.themes = themes;
  return law.read().value();
}

TEST_CASE("a word is found whatever its ending, and given as it stands in the text", "[unit]") {
  const auto book = small(list("l", "2020-01-01", theme("records", "\"record\"")));
  const auto found = suggest_themes("It was RECORDED twice; other recordings were lost.", book, day("2026-01-05"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == Texts{"RECORDED"});
  CHECK(suggest_themes("Nothing of the sort.", book, day("2026-01-05")).empty());
  CHECK(suggest_themes("", book, day("2026-01-05")).empty());
}

TEST_CASE("words in a row must stand in a row", "[unit]") {
  const auto book = small(list("l", "2020-01-01", theme("help", "\"early help\"")));
  CHECK(themes_of(suggest_themes("Early help assessments", book, day("2026-01-05"))) == Texts{"help"});
  CHECK(suggest_themes("Help came early", book, day("2026-01-05")).empty());
}

TEST_CASE("the theme of which most is there comes first, then that of the newer list", "[unit]") {
  const auto book =
      small(list("old", "2020-01-01", theme("one", "\"bruise\"") + theme("three", "\"bruise\", \"baby\"")) +
            list("new", "2024-01-01", theme("two", "\"bruise\"")));
  CHECK(themes_of(suggest_themes("A baby with a bruise", book, day("2026-01-05"))) == Texts{"three", "two", "one"});
  CHECK(themes_of(suggest_themes("A baby with a bruise", book, day("2026-01-05"), 1)) == Texts{"three"});
}

TEST_CASE("a list that does not apply yet suggests nothing", "[unit]") {
  const auto book = small(list("new", "2024-01-01", theme("two", "\"bruise\"")));
  CHECK(suggest_themes("A bruise", book, day("2023-12-31")).empty());
  CHECK(themes_of(suggest_themes("A bruise", book, day("2024-01-01"))) == Texts{"two"});
}

TEST_CASE("the national lists suggest what a practitioner would look for", "[unit]") {
  struct Row {
    std::string text;
    std::string theme;
  };
  const Row rows[] = {
      {"Histories of the father were held in two places and not passed on.", "information-sharing"},
      {"Bruising in a non-mobile baby was explained away.", "babies"},
      {"Nobody saw that the boy was exploited by a gang.", "risk-outside-family"},
      {"A relative interpreted; her first language is Sylheti.", "race-ethnicity-culture"},
      {"He missed forty days; his absences were counted.", "not-in-school"},
      {"Home conditions were poor and teeth decayed: neglect.", "neglect"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(holds(themes_of(suggest_themes(row.text, law(), day("2026-06-01"))), row.theme));
  }
}

TEST_CASE("every theme of the law suggests itself by each of its own words", "[unit]") {
  for (const auto& one : law().theme_lists()) {
    for (const auto& wanted : one.themes) {
      for (const auto& words : wanted.words) {
        INFO(wanted.id << ": " << words);
        CHECK(holds(themes_of(suggest_themes(words, law(), day("2026-06-01"), 100)), wanted.id));
      }
    }
  }
}

TEST_CASE("a stem is what English endings leave", "[unit]") {
  const Stemmer stemmer;
  CHECK(stemmer.stem("recording") == stemmer.stem("records"));
  CHECK(stemmer.stem("neglected") == stemmer.stem("neglect"));
  CHECK(stemmer.stem("baby") == stemmer.stem("babies"));
  CHECK(stemmer.stem("").empty());
}

}  // namespace
}  // namespace review::test

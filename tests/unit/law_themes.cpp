#include <catch2/catch.hpp>

#include "libreview/base/embedded.hpp"
#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "tests/unit/law_small.hpp"

/// The lists of themes: what scripts outside may rely on, and what `law check` finds wrong in them.
namespace review::law_test {
namespace {

using Texts = std::vector<std::string>;

const std::string good =
    "[[theme-list]]\nid = \"l\"\ntitle = \"L\"\nfrom = 2020-01-01\ncites = [{ source = \"act\" }]\ngrade = \"S\"\n"
    "[[theme-list.theme]]\nid = \"one\"\ntitle = \"One\"\nsentence = \"S\"\nwords = [\"word\"]\n";

std::string theme_faults_of(const std::string& themes, const std::string& overlay = "") {
  SmallLaw law;
  law.themes = themes;
  if (!overlay.empty()) law.overlay = "id = \"own\"\nname = \"Own\"\n" + overlay;
  const auto book = law.read();
  if (!book) return book.error().says;
  std::string all;
  for (const LawFault& fault : law_check(*book, {"incident-logged", "informed"}, {})) {
    all += fault.where + ": " + fault.says + "\n";
  }
  return all;
}

TEST_CASE("The national lists and their themes have these names for good", "[unit][law]") {
  const RuleBook book = england();
  Texts lists, themes;
  for (const ThemeList& list : book.theme_lists()) {
    lists.push_back(list.id + " " + list.from.iso());
    CHECK_FALSE(list.local);
    for (const Theme& theme : list.themes) themes.push_back(theme.id);
  }
  CHECK(lists == Texts{"panel-2020 2021-05-01", "panel-2022-23 2024-01-01", "panel-spotlights-2023-24 2024-12-01",
                       "panel-hubs-2026 2026-01-01"});
  CHECK(themes == Texts{"child-daily-life",
                        "reluctant-families",
                        "critical-thinking",
                        "changing-risk",
                        "information-sharing",
                        "leadership-and-culture",
                        "culture-for-critical-thinking",
                        "race-ethnicity-culture",
                        "whole-family-risk",
                        "babies",
                        "domestic-abuse",
                        "risk-outside-family",
                        "disability-and-capacity",
                        "complex-mental-health",
                        "parental-mental-health",
                        "not-in-school",
                        "young-carers",
                        "gypsy-roma-traveller",
                        "children-mental-health",
                        "young-children-parent-mental-health",
                        "extrafamilial-harm",
                        "black-asian-mixed-heritage",
                        "child-sexual-abuse",
                        "neglect",
                        "vulnerable-babies"});
}

TEST_CASE("A partnership's own lists stand behind the national ones, and nothing is wrong with them", "[unit][law]") {
  for (const std::string name : {"sandwell-style", "stoke-style"}) {
    INFO(name);
    const auto book = england({name, embedded("law/overlays/" + name + ".toml").value()});
    REQUIRE(book);
    CHECK(book->theme_lists().front().id == "panel-2020");
    CHECK(book->theme_lists().back().local);
    std::string found;
    for (const auto& list : book->theme_lists()) found += list.cites.empty() ? list.id : "";
    CHECK(found.empty());
  }
  const auto stoke = england({"stoke-style", embedded("law/overlays/stoke-style.toml").value()});
  CHECK(stoke->theme_lists().back().themes.size() == 4);
  CHECK(stoke->theme("early-help-assessment")->title == "Quality and timeliness of early help assessments");
  CHECK(england().theme("early-help-assessment") == nullptr);
}

TEST_CASE("Law check finds what is wrong with themes", "[unit][law]") {
  CHECK(theme_faults_of(good).empty());
  CHECK(theme_faults_of(with(good, "cites = [{ source = \"act\" }]\n", "")) == "list of themes l: has no citation\n");
  CHECK(theme_faults_of(with(good, "\"act\"", "\"acts\"")) == "list of themes l: cites the unknown source 'acts'\n");
  CHECK(theme_faults_of(with(good, "\"S\"", "\"X\"")) == "list of themes l: has the unknown grade 'X'\n");
  CHECK(theme_faults_of(with(good, "[\"word\"]", "[]")) == "theme one: has no words\n");
  CHECK(theme_faults_of(with(good, "[\"word\"]", "[\"7 & 8\"]")) == "theme one: is never suggested by '7 & 8'\n");
  CHECK(theme_faults_of(with(good, "\"one\"", "\"One\"")) ==
        "theme One: is no name of small letters, digits and hyphens\n");
  CHECK(theme_faults_of(good.substr(0, good.find("[[theme-list.theme]]"))) == "list of themes l: has no themes\n");
  CHECK(theme_faults_of(good + good) == "list of themes l: is there twice\ntheme one: is there twice\n");
}

TEST_CASE("An id is one theme, in the national lists and the partnership's own together", "[unit][law]") {
  CHECK(theme_faults_of(good, with(good, "\"l\"", "\"m\"")) == "theme one: is there twice\n");
}

TEST_CASE("A list of themes takes no key that it does not know", "[unit][law]") {
  CHECK(theme_faults_of(good + "colour = \"red\"\n").find("colour") != std::string::npos);
}

}  // namespace
}  // namespace review::law_test

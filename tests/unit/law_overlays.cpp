#include <catch2/catch.hpp>
#include <string>

#include "libreview/base/embedded.hpp"
#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/milestones.hpp"

namespace review::law_test {
namespace {

Date day(std::string_view iso) { return Date::parse(iso).value(); }

RuleBook with_overlay(const std::string& name) {
  const auto text = embedded("law/overlays/" + name);
  REQUIRE(text);
  auto book = england(LawText{name, *text});
  if (!book) FAIL(book.error().says);
  return std::move(*book);
}

std::string due(const RuleBook& book, std::string_view clock, std::string_view start) {
  const ClockVersion* version = book.version(*book.clock(clock), day(start));
  REQUIRE(version != nullptr);
  return count(day(start), version->length, version->unit, version->counting, england_and_wales())->due.iso();
}

std::string local_due(const RuleBook& book, std::string_view clock, std::string_view start) {
  const LocalRule* rule = book.local(clock, day(start));
  REQUIRE(rule != nullptr);
  return count(day(start), rule->length, rule->unit, rule->counting, england_and_wales())->due.iso();
}

TEST_CASE("Every overlay that is shipped has no fault", "[unit][law]") {
  Names kind_names;
  for (const Kind& kind : every_kind()) kind_names.insert(kind.name);
  Names milestone_names;
  for (const DerivedMilestone& milestone : derived_milestones()) milestone_names.emplace(milestone.name);
  const auto files = embedded_names("law/overlays/");
  CHECK(files.size() >= 4);
  for (const std::string_view file : files) {
    const std::string name(file.substr(file.rfind('/') + 1));
    for (const LawFault& fault : law_check(with_overlay(name), kind_names, milestone_names)) {
      FAIL_CHECK(name << ": " << fault.where << ": " << fault.says);
    }
  }
}

TEST_CASE("Without an overlay there is one date", "[unit][law]") {
  const RuleBook book = england();
  CHECK(book.local("rapid-review", day("2024-01-16")) == nullptr);
  CHECK(due(book, "rapid-review", "2024-01-16") == "2024-02-06");
  CHECK(due(book, "agency-return", "2024-01-16") == "2024-01-25");
  CHECK(due(book, "rapid-review-meeting", "2024-01-16") == "2024-01-30");
  CHECK(due(book, "panel-reply", "2024-01-16") == "2024-01-30");
  CHECK(book.partnership().closures.empty());
}

TEST_CASE("A panel meeting by calendar days from the day the partners were told", "[unit][law]") {
  const RuleBook book = with_overlay("sandwell-style.toml");
  const ClockRule* meeting = book.clock("rapid-review-meeting");
  CHECK(meeting->starts == std::vector<std::string>{"partners-informed"});
  CHECK(meeting->versions.size() == 1);
  CHECK(meeting->versions[0].law == "brookhaven");
  CHECK(due(book, "rapid-review-meeting", "2024-01-16") == "2024-01-31");
  CHECK(due(book, "rapid-review-meeting", "2023-12-15") == "2023-12-30");
  CHECK(due(book, "agency-return", "2024-01-16") == "2024-01-23");
  CHECK(book.local("rapid-review-meeting", day("2024-01-16")) == nullptr);
}

TEST_CASE("A partnership that counts the notification as day 1 is a working day earlier", "[unit][law]") {
  const RuleBook book = with_overlay("devon-style.toml");
  CHECK(due(book, "rapid-review", "2024-01-16") == "2024-02-06");
  CHECK(local_due(book, "rapid-review", "2024-01-16") == "2024-02-05");
  CHECK(local_due(book, "rapid-review", "2023-12-15") == "2024-01-09");
  CHECK(due(book, "agency-return", "2024-01-16") == "2024-01-24");
  CHECK(book.local("rapid-review", day("2018-06-28")) == nullptr);
  CHECK(book.local("rapid-review") != nullptr);
  CHECK(book.partnership().timetable_counting == Counting::same_day);
  CHECK(book.partnership().timetable.size() == 6);
}

TEST_CASE("An overlay moves no national date, not even a later one", "[unit][law]") {
  const RuleBook book = with_overlay("older-devon-style.toml");
  CHECK(due(book, "rapid-review", "2024-01-16") == "2024-02-06");
  CHECK(local_due(book, "rapid-review", "2024-01-16") == "2024-02-07");
}

TEST_CASE("What an overlay does not say stays as it was", "[unit][law]") {
  const RuleBook book = with_overlay("stoke-style.toml");
  CHECK(book.partnership().sign_off_bodies.size() == 4);
  CHECK(book.partnership().quorum == 3);
  CHECK(book.partnership().timetable.size() == england().partnership().timetable.size());
  CHECK(due(book, "agency-return", "2024-01-16") == "2024-01-25");
}

TEST_CASE("Closures of a partnership are off until its overlay names them", "[unit][law]") {
  const LawText overlay{"own.toml",
                        "id = \"own\"\nname = \"Own\"\n"
                        "[[closure]]\ndate = 2026-12-29\nthrough = 2026-12-30\nname = \"Offices closed\"\n"};
  const auto book = england(overlay);
  REQUIRE(book);
  REQUIRE(book->partnership().closures.size() == 2);
  const Calendar calendar = england_and_wales().with_closures(book->partnership().closures);
  CHECK_FALSE(calendar.working(day("2026-12-30")));
  CHECK(england_and_wales().working(day("2026-12-30")));
}

TEST_CASE("Learning goes on while a report is held, unless a partnership says otherwise", "[unit][law]") {
  CHECK_FALSE(england().partnership().products_held_with_report);
  CHECK_FALSE(with_overlay("stoke-style.toml").partnership().products_held_with_report);
  CHECK(with_overlay("held-learning-style.toml").partnership().products_held_with_report);
}

TEST_CASE("A broken overlay is refused and names itself", "[unit][law]") {
  const auto book = england(LawText{"own.toml", "name = \"Own\"\n"});
  REQUIRE_FALSE(book);
  CHECK(book.error().says == "own.toml, line 1, column 1: 'id' must be a text.");
}

}  // namespace
}  // namespace review::law_test

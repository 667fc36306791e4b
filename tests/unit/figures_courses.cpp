#include <catch2/catch.hpp>

#include "tests/support/counted_year.hpp"

/// A clock that ran twice counts twice, and each course tells what was said of it.
namespace review::test {
namespace {

void explain(SmallCase& one, const std::string& reason) {
  one.must("{'latenessExplained':{'clock':'notify-panel','reason':'" + reason + "'}}");
}

/// Notified late, with or without a word on why, withdrawn, and notified late again when more came to light.
SmallCase& notified_twice(CountedYear& year, const std::string& first_reason) {
  auto& one = year.begin("2026-06-01");
  one.must(incident_on("2026-06-01", "SERIOUS_HARM", "SUSPECTED", ""));
  one.on("2026-06-12").must("{'panelNotified':{}}");
  if (!first_reason.empty()) explain(one, first_reason);
  one.on("2026-06-15").must("{'notificationWithdrawn':{'reasons':'Invented.'}}");
  one.on("2026-07-06").must("{'circumstancesChanged':{'abuseOrNeglect':'KNOWN','on':'2026-07-06'}}");
  one.on("2026-07-20").must("{'panelNotified':{}}");
  return one;
}

std::vector<std::string> told_of(const CountedYear& year) {
  const auto pack = year.pack("2026-04-01", "2027-03-31", "2027-03-31");
  REQUIRE(number_in(pack, "notifications", "late") == 2);
  std::vector<std::string> told;
  for (const auto& one : table_in(pack, "notifications").remarks) told.push_back(one.says);
  REQUIRE(told.size() == 2);
  return told;
}

}  // namespace

TEST_CASE("Each late notification of a case tells the reason that was given for it", "[unit]") {
  CountedYear year;
  explain(notified_twice(year, "The register was down."), "Nobody knew who does it.");
  const auto told = told_of(year);
  CHECK(told[0] == "Done on Fri 12 June 2026, late. It was due on Mon 8 June 2026. The register was down.");
  CHECK(told[1] ==
        "Done on Mon 20 July 2026, 5 working days late. It was due on Mon 13 July 2026. Nobody knew who does it.");
}

TEST_CASE("The reason for a second late notification is not told of the first", "[unit]") {
  CountedYear year;
  explain(notified_twice(year, ""), "Nobody knew who does it.");
  const auto told = told_of(year);
  CHECK(told[0] == "Done on Fri 12 June 2026, late. It was due on Mon 8 June 2026. No reason is recorded.");
  CHECK(told[1] ==
        "Done on Mon 20 July 2026, 5 working days late. It was due on Mon 13 July 2026. Nobody knew who does it.");
}

TEST_CASE("A reason that is given anew takes the place of the one before, in its own course", "[unit]") {
  CountedYear year;
  auto& one = notified_twice(year, "The register was down.");
  explain(one, "Nobody was told.");
  explain(one, "The rota had a gap.");
  const auto told = told_of(year);
  CHECK(told[0].ends_with("The register was down."));
  CHECK(told[1].ends_with("The rota had a gap."));
}

}  // namespace review::test

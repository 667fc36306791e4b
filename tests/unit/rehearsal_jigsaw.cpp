#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/law/read_rehearsal.hpp"
#include "libreview/rehearsal/jigsaw.hpp"

namespace review {
namespace {

const CaseDetails details{{"2026-01-14", "2026"}, {"north example"}, {"Northtown", "home"}};

std::vector<std::string> kinds_in(const std::string& text) {
  std::vector<std::string> ids;
  for (const auto& kind : jigsaw_kinds(details, {{"Page 1", text}}, rehearsal_rules())) ids.push_back(kind.id);
  return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("An exact age is seen in figures and in words, a length of time is not", "[unit]") {
  for (const auto* age : {"a seven-year-old", "a 7 year old", "She was aged 7.", "He was aged four months.",
                          "at 14 weeks old", "at the age of six", "on her first birthday"}) {
    INFO(age);
    CHECK(kinds_in(age) == Ids{"age"});
  }
  CHECK(kinds_in("within 14 weeks, for seven years, the age of reason").empty());
}

TEST_CASE("The month of the incident is seen however it is written, another month is not", "[unit]") {
  CHECK(kinds_in("It was in January 2026.") == Ids{"when"});
  CHECK(kinds_in("On 14/01/2026.") == Ids{"when"});
  CHECK(kinds_in("On 14 January.") == Ids{"when"});
  CHECK(kinds_in("In February 2026, on 15/01/2026, in 2026.").empty());
}

TEST_CASE("Places of the case are seen, a kind of place is not", "[unit]") {
  CHECK(kinds_in("It was in North Example.") == Ids{"place"});
  CHECK(kinds_in("It was in Northtown.") == Ids{"place"});
  CHECK(kinds_in("North of it. It was at home, in a north example.").empty());
}

TEST_CASE("Brothers and sisters, schools, events and backgrounds are seen", "[unit]") {
  CHECK(kinds_in("one of twins") == Ids{"siblings"});
  CHECK(kinds_in("the youngest of five") == Ids{"siblings"});
  CHECK(kinds_in("at a nursery") == Ids{"school"});
  CHECK(kinds_in("in a house fire") == Ids{"event"});
  CHECK(kinds_in("Jehovah’s Witness") == Ids{"background"});
}

TEST_CASE("Where a detail stands is told with its place", "[unit]") {
  const auto kinds =
      jigsaw_kinds(details, {{"Page 1", "nothing"}, {"Page 2", "one of twins, and twins"}}, rehearsal_rules());
  REQUIRE(kinds.size() == 1);
  REQUIRE(kinds[0].mentions.size() == 1);
  CHECK(kinds[0].mentions[0].place == "Page 2");
  CHECK(kinds[0].mentions[0].times == 2);
}

TEST_CASE("Words that run ahead of what was found are told, until it is found", "[unit]") {
  const std::vector<StrangerText> text{{"Page 1", "He was murdered. The perpetrator is not named."}};
  CHECK(wording_kinds(v1::FACT_FINDING_UNSPECIFIED, text, rehearsal_rules()).size() == 2);
  CHECK(wording_kinds(v1::FACT_FINDING_NOT_FOUND, text, rehearsal_rules()).size() == 2);
  CHECK(wording_kinds(v1::FACT_FINDING_FOUND, text, rehearsal_rules()).empty());
  const std::vector<StrangerText> suspected{{"Page 1", "The suspected abuse was looked into."}};
  CHECK(wording_kinds(v1::FACT_FINDING_UNSPECIFIED, suspected, rehearsal_rules()).empty());
  CHECK(wording_kinds(v1::FACT_FINDING_NOT_FOUND, suspected, rehearsal_rules()).size() == 1);
}

}  // namespace
}  // namespace review

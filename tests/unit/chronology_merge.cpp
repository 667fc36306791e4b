#include <catch2/catch.hpp>

#include "tests/unit/chronology_support.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

Texts lines_of(const Chronology& merged) {
  Texts all;
  for (const auto& line : merged.lines) all.push_back(line.agency + " " + line.row.on() + " " + line.row.what());
  return all;
}

TEST_CASE("Chronologies are merged by day, time and agency", "[unit]") {
  const auto merged = merge_chronology(
      {chronology_entry("one", "police", {{"2025-03-04", "call", "18:00"}, {"2025-03-04", "visit", "09:00"}}),
       chronology_entry("two", "hospital", {{"2025-03", "clinic"}, {"2025-03-04", "letter"}})});
  CHECK(lines_of(merged) == Texts{"hospital 2025-03 clinic", "hospital 2025-03-04 letter", "police 2025-03-04 visit",
                                  "police 2025-03-04 call"});
  CHECK_FALSE(merged.lines.front().exact);
  CHECK(merged.lines.back().exact);
}

TEST_CASE("Of each agency the newest counts, and the earlier one says so", "[unit]") {
  v1::Entry summary;
  summary.set_entry("summary");
  summary.mutable_agency_return_received()->set_agency("hospital");
  auto& line = *summary.mutable_agency_return_received()->add_chronology();
  line.set_on("2025-02-01");
  line.set_what("first");
  auto later = chronology_entry("later", "hospital", {{"2025-03-01", "second"}});
  const auto other = chronology_entry("other", "police", {{"2025-01-01", "third"}});
  const auto merged = merge_chronology({summary, other, later});
  CHECK(lines_of(merged) == Texts{"police 2025-01-01 third", "hospital 2025-03-01 second"});
  REQUIRE(merged.sources.size() == 3);
  CHECK(merged.sources[0].replaced_by == "later");
  CHECK(merged.sources[1].replaced_by.empty());
  // With the later one withdrawn, the lines of the summary count again.
  CHECK(lines_of(merge_chronology({summary, other})) == Texts{"police 2025-01-01 third", "hospital 2025-02-01 first"});
}

TEST_CASE("An agency is one agency, however its name is spelt", "[unit]") {
  const auto earlier = chronology_entry("earlier", "LOCAL_AUTHORITY", {{"2025-02-01", "first"}});
  const auto later = chronology_entry("later", "local-authority", {{"2025-03-01", "second"}});
  const auto merged = merge_chronology({earlier, later});
  CHECK(lines_of(merged) == Texts{"local-authority 2025-03-01 second"});
  CHECK(merged.sources[0].replaced_by == "later");
}

}  // namespace
}  // namespace review::test

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "libreview/learning/audit_collation.hpp"
#include "libreview/learning/percent_of.hpp"
#include "tests/support/small_audit.hpp"

namespace review::test {
namespace {

constexpr auto not_met = v1::AUDIT_RESULT_NOT_MET;
constexpr auto exceeded = v1::AUDIT_RESULT_EXCEEDED;
constexpr auto not_applicable = v1::AUDIT_RESULT_NOT_APPLICABLE;
constexpr auto unanswered = v1::AUDIT_RESULT_UNSPECIFIED;

std::string share(const AuditTally& tally) {
  return std::to_string(tally.reached()) + " of " + std::to_string(tally.applicable());
}

const AuditRow& row(const std::vector<AuditRow>& rows, const std::string& standard, const std::string& of = "") {
  for (const auto& one : rows) {
    if (one.of.standard == standard && (of.empty() || one.of.agency == of || one.of.priority == of)) return one;
  }
  throw std::logic_error("no row of " + standard + " " + of);
}

TEST_CASE("Met and exceeded are counted of what applied; the rest is counted beside it", "[unit][learning]") {
  SmallAudit audit(1);
  audit.selects("a", "neglect", {"police", "school", "hospital", "housing", "trust", "charity"});
  audit.answers("police", "a");
  audit.answers("school", "a", {{"s1", exceeded}});
  audit.answers("hospital", "a", {{"s1", not_met}});
  audit.answers("housing", "a", {{"s1", not_applicable}});
  audit.was_not_involved("trust", "a");
  const auto all = collate_audit(audit.file());
  const auto& answers = row(all.standards, "s1").answers;
  CHECK(share(answers) == "2 of 3");
  CHECK(answers.percent() == 67);
  CHECK(answers.exceeded == 1);
  CHECK(answers.not_applicable == 1);
  CHECK(answers.not_involved == 1);
  CHECK(answers.unanswered == 1);
}

TEST_CASE("A case reached a standard where every agency that it applied to did", "[unit][learning]") {
  SmallAudit audit(1);
  for (const auto* name : {"both", "one", "apart", "nobody", "later"})
    audit.selects(name, "neglect", {"police", "school"});
  audit.answers("police", "both");
  audit.answers("school", "both", {{"s1", exceeded}});
  audit.answers("police", "one");
  audit.answers("school", "one", {{"s1", not_met}});
  audit.answers("police", "apart", {{"s1", not_applicable}});
  audit.answers("school", "apart");
  audit.answers("police", "nobody", {{"s1", not_applicable}});
  audit.was_not_involved("school", "nobody");
  const auto all = collate_audit(audit.file());
  const auto& cases = row(all.standards, "s1").cases;
  CHECK(share(cases) == "2 of 3");
  CHECK(cases.not_applicable == 1);
  CHECK(cases.unanswered == 1);
}

TEST_CASE("A case did not reach a standard, and is not left out, before the last agency has answered",
          "[unit][learning]") {
  SmallAudit audit(1);
  for (const auto* name : {"half", "failed", "apart"}) audit.selects(name, "neglect", {"police", "school"});
  audit.answers("police", "half");
  audit.answers("police", "failed", {{"s1", not_met}});
  audit.answers("police", "apart", {{"s1", not_applicable}});
  const auto before = collate_audit(audit.file());
  const auto& cases = row(before.standards, "s1").cases;
  CHECK(share(cases) == "0 of 1");
  CHECK(cases.unanswered == 2);
  audit.answers("school", "half");
  audit.answers("school", "apart", {{"s1", not_applicable}});
  const auto after = collate_audit(audit.file());
  CHECK(share(row(after.standards, "s1").cases) == "1 of 2");
  CHECK(row(after.standards, "s1").cases.not_applicable == 1);
}

TEST_CASE("Figures are kept apart by agency and by priority", "[unit][learning]") {
  SmallAudit audit(2);
  audit.selects("a", "neglect", {"POLICE", "school"});
  audit.selects("b", "exploitation", {"POLICE"});
  audit.answers("police", "a", {{"s2", not_met}});
  audit.answers("POLICE", "b");
  audit.answers("school", "a");
  const auto all = collate_audit(audit.file());
  CHECK(share(row(all.by_agency, "s2", "POLICE").answers) == "1 of 2");
  CHECK(share(row(all.by_agency, "s2", "school").answers) == "1 of 1");
  CHECK(share(row(all.by_priority, "s2", "neglect").cases) == "0 of 1");
  CHECK(share(row(all.by_priority, "s2", "exploitation").cases) == "1 of 1");
  REQUIRE(all.agencies.size() == 2);
  CHECK(share(all.agencies[0].answers) == "3 of 4");
  CHECK(share(all.priorities[0].answers) == "3 of 4");
}

TEST_CASE("A line of enquiry counts its standards in the cases of its priorities alone", "[unit][learning]") {
  SmallAudit audit(2);
  audit.selects("a", "neglect", {"police"});
  audit.selects("b", "exploitation", {"police"});
  audit.answers("police", "a", {{"s1", not_met}});
  audit.answers("police", "b");
  auto& tied = *audit.file().add_lines();
  tied.set_line("tied");
  tied.add_standards("s1");
  tied.add_priorities("exploitation");
  auto& open = *audit.file().add_lines();
  open.set_line("open");
  open.add_standards("s1");
  open.add_standards("s2");
  const auto all = collate_audit(audit.file());
  REQUIRE(all.lines.size() == 2);
  CHECK(share(all.lines[0].answers) == "1 of 1");
  CHECK(share(all.lines[1].answers) == "3 of 4");
}

TEST_CASE("Who has not said everything is told, and whether they began", "[unit][learning]") {
  SmallAudit audit(2);
  audit.selects("a", "neglect", {"police", "school", "trust"});
  audit.answers("police", "a", {{"s2", unanswered}});
  audit.was_not_involved("trust", "a");
  const auto all = collate_audit(audit.file());
  REQUIRE(all.outstanding.size() == 2);
  CHECK(all.outstanding[0].agency == "police");
  CHECK(all.outstanding[0].started);
  CHECK(all.outstanding[1].agency == "school");
  CHECK_FALSE(all.outstanding[1].started);
  REQUIRE(all.came.size() == 3);
  CHECK(all.came[2].received == 1);
  CHECK(all.came[2].not_involved == 1);
}

TEST_CASE("A share is rounded with a half upwards, and there is none of nothing", "[unit][learning]") {
  CHECK(percent_of(9, 11) == 82);
  CHECK(percent_of(1, 8) == 13);
  CHECK(percent_of(0, 3) == 0);
  CHECK_FALSE(percent_of(0, 0));
}

}  // namespace
}  // namespace review::test

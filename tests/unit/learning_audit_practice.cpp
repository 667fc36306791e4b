#include <catch2/catch.hpp>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "libreview/law/england.hpp"
#include "libreview/learning/audit_collation.hpp"
#include "libreview/learning/percent_of.hpp"
#include "tests/support/audit_of_eleven.hpp"
#include "tests/support/small_audit.hpp"

/// A published audit of eleven cases, put together again from what it says of each agency. Numbers of standards are
/// their places in the template.
namespace review::test {
namespace {

constexpr int standards_of_eleven = 22;

v1::AuditFile audit_of_eleven() {
  SmallAudit audit(standards_of_eleven);
  for (const auto& name : eleven_cases()) audit.selects(name, priority_of_eleven(name), agencies_of_eleven(name));
  for (const auto& part : parts_of_eleven()) {
    for (const auto& audit_case : part.cases) {
      std::map<std::string, v1::AuditResult> but;
      for (int standard = 1; standard <= standards_of_eleven; ++standard) {
        if (part.failed(standard, audit_case)) but["s" + std::to_string(standard)] = v1::AUDIT_RESULT_NOT_MET;
      }
      audit.answers(part.agency, audit_case, but);
    }
  }
  return audit.file();
}

const AuditCollation& eleven() {
  static const auto all = collate_audit(audit_of_eleven());
  return all;
}

const AuditTally& cases_of(int standard) { return eleven().standards.at(static_cast<std::size_t>(standard - 1)).cases; }

const AuditTally& answers_of(int standard, const std::string& agency) {
  for (const auto& row : eleven().by_agency) {
    if (row.of.standard == "s" + std::to_string(standard) && row.of.agency == agency) return row.answers;
  }
  throw std::logic_error("no such agency");
}

std::string share_of(const AuditTally& tally) {
  return std::to_string(tally.reached()) + " of " + std::to_string(tally.applicable());
}

TEST_CASE("Eleven cases over three priorities are put together standard by standard", "[unit][learning][practice]") {
  CHECK(eleven().outstanding.empty());
  CHECK(eleven().standards.size() ==
        england().audit_template("multi-agency-case-audit")->versions[0].standards().size());
  std::map<std::string, int> cases;
  for (const auto& row : eleven().by_priority) {
    if (row.of.standard == "s1") cases[row.of.priority] = row.cases.applicable();
  }
  CHECK(cases == std::map<std::string, int>{{"neglect", 4}, {"exploitation", 4}, {"early-help", 3}});
  const std::map<int, std::string> published = {{1, "9 of 11"},  {2, "7 of 11"},  {3, "11 of 11"}, {5, "8 of 11"},
                                                {6, "11 of 11"}, {8, "8 of 11"},  {9, "9 of 11"},  {11, "11 of 11"},
                                                {14, "9 of 11"}, {18, "6 of 11"}, {20, "8 of 11"}, {22, "9 of 11"}};
  for (const auto& [standard, words] : published) {
    INFO(standard);
    CHECK(share_of(cases_of(standard)) == words);
  }
}

TEST_CASE("What each agency said of its own cases is put together agency by agency", "[unit][learning][practice]") {
  CHECK(share_of(answers_of(7, "police")) == "2 of 9");
  CHECK(share_of(answers_of(13, "police")) == "1 of 9");
  CHECK(share_of(answers_of(15, "police")) == "1 of 9");
  CHECK(share_of(answers_of(19, "police")) == "5 of 9");
  CHECK(share_of(answers_of(5, "housing")) == "0 of 3");
  CHECK(share_of(answers_of(4, "housing")) == "1 of 3");
  CHECK(share_of(answers_of(10, "clinical-group")) == "1 of 5");
  CHECK(share_of(answers_of(2, "clinical-group")) == "1 of 5");
  CHECK(share_of(answers_of(21, "social-work")) == "5 of 8");
  CHECK(share_of(answers_of(13, "social-work")) == "8 of 8");
  CHECK(share_of(answers_of(20, "hospitals")) == "2 of 4");
  std::map<std::string, std::string> whole;
  for (const auto& row : eleven().agencies) whole[row.of.agency] = share_of(row.answers);
  CHECK(whole.at("early-years") == "16 of 22");
  CHECK(whole.at("voluntary") == "20 of 22");
  CHECK(whole.at("substance-misuse") == "32 of 44");
}

/// The report prints a percentage beside most counts. Only 73% follows from its count: 85% and 80% stand for the same
/// 9 of 11, 68% for 7, 29% for 3, 78% for 8, 44% for 5. Each but 78% is what a share of all answers gives if it is
/// turned into cases and rounded (0.85 × 11 = 9.35): two units were mixed, which is why a share here never stands
/// without what it is of. 51% for 15 stands without a count, and follows from neither unit.
TEST_CASE("Percentages are those of their counts, and most that were published are not", "[unit][learning][practice]") {
  const std::map<int, int> published = {{1, 85}, {2, 68}, {5, 78}, {9, 80}, {14, 80}, {15, 51}, {20, 73}, {22, 80}};
  std::map<int, int> follow;
  for (const auto& [standard, percent] : published) {
    if (cases_of(standard).percent() == percent) follow[standard] = percent;
  }
  CHECK(follow == std::map<int, int>{{20, 73}});
  CHECK(cases_of(1).percent() == 82);
  CHECK(cases_of(2).percent() == 64);
  CHECK(cases_of(5).percent() == 73);
  // "Just over half": by what is said of agencies help did the child good in three cases, and in 29 of 39 answers.
  CHECK(share_of(cases_of(15)) == "3 of 11");
  CHECK(cases_of(15).percent() == 27);
  CHECK(share_of(eleven().standards.at(14).answers) == "29 of 39");
  // 29% without feedback, of 3 of 11; 44% without a plan, of 5 of 11.
  CHECK(percent_of(cases_of(8).not_met, cases_of(8).applicable()) == 27);
  CHECK(percent_of(cases_of(18).not_met, cases_of(18).applicable()) == 45);
}

/// Of two standards the report's count of cases, 8 of 11, cannot hold beside what it says of agencies: four cases of
/// the clinical group rested no referral on the guidance (10), and in four of the police supervision did not have the
/// child at its centre (19). A case that one agency failed was not met.
TEST_CASE("Two published counts do not go with what agencies said", "[unit][learning][practice]") {
  CHECK(share_of(cases_of(10)) == "7 of 11");
  CHECK(share_of(cases_of(19)) == "7 of 11");
}

}  // namespace
}  // namespace review::test

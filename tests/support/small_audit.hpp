#pragma once

#include <map>
#include <string>
#include <vector>

#include "review/v1/audit_file.pb.h"

namespace review::test {

/// An audit of so many standards (`s1`, `s2` …) and the priorities that its cases name.
class SmallAudit {
 public:
  explicit SmallAudit(int standards) {
    audit_.set_design("design");
    for (int i = 1; i <= standards; ++i) audit_.add_standards("s" + std::to_string(i));
  }

  void selects(const std::string& audit_case, const std::string& priority, const std::vector<std::string>& agencies) {
    auto& one = *audit_.add_cases();
    one.set_audit_case(audit_case);
    one.set_priority(priority);
    for (const auto& agency : agencies) one.add_agencies(agency);
    for (const auto& known : audit_.priorities()) {
      if (known.priority() == priority) return;
    }
    audit_.add_priorities()->set_priority(priority);
  }

  /// The agency met every standard in the case but for those that are named here.
  void answers(const std::string& agency, const std::string& audit_case,
               const std::map<std::string, v1::AuditResult>& but = {}) {
    auto& one = *audit_.add_returns();
    one.set_agency(agency);
    one.set_audit_case(audit_case);
    one.set_involvement(v1::INVOLVEMENT_INVOLVED);
    for (const auto& standard : audit_.standards()) {
      const auto said = but.find(standard);
      const auto result = said == but.end() ? v1::AUDIT_RESULT_MET : said->second;
      if (result == v1::AUDIT_RESULT_UNSPECIFIED) continue;
      auto& answer = *one.add_answers();
      answer.set_standard(standard);
      answer.set_result(result);
    }
  }

  void was_not_involved(const std::string& agency, const std::string& audit_case) {
    auto& one = *audit_.add_returns();
    one.set_agency(agency);
    one.set_audit_case(audit_case);
    one.set_involvement(v1::INVOLVEMENT_NOT_INVOLVED);
  }

  [[nodiscard]] v1::AuditFile& file() { return audit_; }

 private:
  v1::AuditFile audit_;
};

}  // namespace review::test

#pragma once

#include <map>
#include <string>
#include <vector>

namespace review::test {

/// What one agency said in a published audit of eleven cases (source: practice-solihull): the cases that it audited,
/// and where it met a standard in them not. Where the report says nothing of a standard, the agency met it. What does
/// not apply was not recorded that year, so nothing is counted as such.
struct AgencyPart {
  std::string agency;
  std::vector<std::string> cases;
  std::map<int, std::vector<std::string>> not_met;  ///< by the place of the standard in the template, from 1

  [[nodiscard]] bool failed(int standard, const std::string& audit_case) const;
};

[[nodiscard]] const std::vector<AgencyPart>& parts_of_eleven();
/// The eleven cases: n for neglect, x for exploitation, e for early help.
[[nodiscard]] const std::vector<std::string>& eleven_cases();
[[nodiscard]] std::string priority_of_eleven(const std::string& audit_case);
/// The agencies that audited it.
[[nodiscard]] std::vector<std::string> agencies_of_eleven(const std::string& audit_case);

}  // namespace review::test

#include "tests/support/audit_of_eleven.hpp"

#include <algorithm>

namespace review::test {

bool AgencyPart::failed(int standard, const std::string& audit_case) const {
  const auto found = not_met.find(standard);
  return found != not_met.end() && std::ranges::find(found->second, audit_case) != found->second.end();
}

const std::vector<AgencyPart>& parts_of_eleven() {
  static const std::vector<std::string> eight = {"n1", "n2", "n3", "n4", "x1", "x2", "x3", "e1"};
  static const std::vector<AgencyPart> all = {
      {"police",
       {"n1", "n2", "n3", "n4", "x1", "x2", "x3", "x4", "e1"},
       {{7, {"n1", "n2", "n3", "n4", "x1", "x2", "x3"}},
        {13, eight},
        {15, eight},
        {16, eight},
        {19, {"n1", "n2", "x1", "x2"}}}},
      {"social-work",
       {"n1", "n2", "n3", "n4", "x1", "x2", "x3", "x4"},
       {{18, {"n2", "n3", "x1", "x2"}}, {21, {"n1", "n2", "x1"}}}},
      {"clinical-group",
       {"e1", "n1", "x1", "x3", "n4"},
       {{2, {"e1", "n1", "x1", "x3"}}, {10, {"e1", "n1", "x1", "x3"}}}},
      {"housing", {"n1", "x1", "x3"}, {{4, {"n1", "x1"}}, {5, {"n1", "x1", "x3"}}, {10, {"n1", "x1", "x3"}}}},
      {"early-years", {"e1"}, {{1, {"e1"}}, {2, {"e1"}}, {4, {"e1"}}, {8, {"e1"}}, {15, {"e1"}}, {17, {"e1"}}}},
      {"voluntary", {"n3"}, {{7, {"n3"}}, {20, {"n3"}}}},
      {"substance-misuse",
       {"n1", "n2"},
       {{2, {"n1"}},
        {4, {"n1"}},
        {8, {"n1", "n2"}},
        {12, {"n1"}},
        {13, {"n1", "n2"}},
        {14, {"n1", "n2"}},
        {15, {"n1"}},
        {18, {"n1"}},
        {22, {"n1"}}}},
      {"hospitals", {"x1", "x2", "n2", "e3"}, {{20, {"x1", "x2"}}}},
      {"schools", {"n3", "x1", "x2", "x4", "e2", "e3"}, {{1, {"x1"}}, {9, {"x2", "n3"}}, {20, {"x1"}}, {22, {"e2"}}}},
  };
  return all;
}

const std::vector<std::string>& eleven_cases() {
  static const std::vector<std::string> all = {"n1", "n2", "n3", "n4", "x1", "x2", "x3", "x4", "e1", "e2", "e3"};
  return all;
}

std::string priority_of_eleven(const std::string& audit_case) {
  return audit_case[0] == 'n' ? "neglect" : audit_case[0] == 'x' ? "exploitation" : "early-help";
}

std::vector<std::string> agencies_of_eleven(const std::string& audit_case) {
  std::vector<std::string> agencies;
  for (const auto& part : parts_of_eleven()) {
    if (std::ranges::find(part.cases, audit_case) != part.cases.end()) agencies.push_back(part.agency);
  }
  return agencies;
}

}  // namespace review::test

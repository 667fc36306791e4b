#include "libreview/record/reviewed_with.hpp"

#include <set>

#include "libreview/record/case_file.hpp"

namespace review {

std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const FindCase& find) {
  std::vector<v1::CaseFile> others;
  std::set<std::string> known{file.case_()};
  const auto add = [&](const std::string& name) {
    if (!known.insert(name).second) return;
    if (auto other = find(name)) others.push_back(std::move(*other));
  };
  for (const auto& review : file.reviews()) {
    for (const auto& name : review.joins_cases()) add(name);
    if (review.led_by().empty()) continue;
    add(review.led_by());
    const auto lead = find(review.led_by());
    const auto* led = lead ? find_review(*lead, review.lead_review()) : nullptr;
    if (led == nullptr) continue;
    for (const auto& name : led->joins_cases()) add(name);
  }
  return others;
}

}  // namespace review

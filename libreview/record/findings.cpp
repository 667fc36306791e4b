#include "libreview/record/findings.hpp"

#include <algorithm>

namespace review {

void Findings::add(Code code, std::string says, std::vector<std::string> cites, std::string pointer) {
  Refusal refusal{code, std::move(says), std::move(cites)};
  if (!pointer.empty()) refusal.violations.push_back(Violation{std::move(pointer), refusal.says});
  found_.push_back(std::move(refusal));
}

void Findings::add(Refusal refusal) { found_.push_back(std::move(refusal)); }

bool Findings::has(Code code) const {
  return std::any_of(found_.begin(), found_.end(), [&](const Refusal& refusal) { return refusal.code == code; });
}

std::vector<Refusal> Findings::in_order() const {
  std::vector<Refusal> sorted = found_;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Refusal& left, const Refusal& right) { return left.code < right.code; });
  return sorted;
}

}  // namespace review

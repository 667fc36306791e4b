#include "libreview/access/cases_beside.hpp"

#include <set>
#include <string>
#include <utility>

#include "libreview/record/audited_elsewhere.hpp"
#include "libreview/record/product_sources.hpp"

namespace review {

std::vector<CaseBeside> cases_beside(const v1::CaseFile& now, const FindCase& find, const BlotOf& blot_of) {
  std::vector<CaseBeside> all;
  std::set<std::string> known;
  const auto put = [&](std::vector<v1::CaseFile> others, bool one_report) {
    for (auto& other : others) {
      if (!known.insert(other.case_()).second) continue;
      auto blot = blot_of(other);
      all.push_back({std::move(other), std::move(blot), one_report});
    }
  };
  put(reviewed_with(now, find), true);
  put(rapid_reviewed_with(now, find), false);
  put(audited_cases(now, find), false);
  // What is told of another record stands in the words of a product.
  std::vector<v1::CaseFile> sources;
  for (const auto& name : product_sources(now)) {
    if (auto other = find(name)) sources.push_back(std::move(*other));
  }
  put(std::move(sources), false);
  return all;
}

}  // namespace review

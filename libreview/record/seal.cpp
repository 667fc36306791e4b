#include "libreview/record/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

bool lets_nobody_in(const v1::CaseFile& before, const v1::CaseFile& after) {
  const auto& listed = before.sealed_readers();
  return after.sealed() && std::ranges::all_of(after.sealed_readers(), [&](const std::string& one) {
           return std::ranges::find(listed, one) != listed.end();
         });
}

}  // namespace

bool unsealing_proposed_by_another(const v1::CaseFile& file, const Occasion& occasion) {
  return std::ranges::any_of(file.unseal_proposed_by(), [&](const std::string& one) { return one != occasion.who; });
}

Result<void> seal_kept(const v1::CaseFile& before, const v1::CaseFile& after, const Occasion& occasion) {
  if (!before.sealed() || lets_nobody_in(before, after) || unsealing_proposed_by_another(before, occasion)) return {};
  return refuse(
      Code::second_person_required,
      fmt::format("This would open the sealed {} to more people, which takes two. Another person must propose "
                  "to unseal it first.",
                  sort_of(before.case_()).name));
}

}  // namespace review

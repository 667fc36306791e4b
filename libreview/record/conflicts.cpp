#include "libreview/record/conflicts.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace review {
namespace {

/// The newest word on a person's conflict by what it is about: a meeting, or the whole case where that is empty.
std::map<std::string, v1::ConflictManaged> newest_words(const v1::CaseFile& file, std::string_view person) {
  std::map<std::string, v1::ConflictManaged> words;
  for (const auto& conflict : file.conflicts()) {
    if (conflict.person() == person) words[conflict.meeting()] = conflict.managed();
  }
  return words;
}

}  // namespace

v1::ConflictManaged conflict_in(const v1::CaseFile& file, std::string_view person, std::string_view meeting) {
  auto furthest = v1::CONFLICT_MANAGED_UNSPECIFIED;
  for (const auto& [about, managed] : newest_words(file, person)) {
    if (about.empty() || about == meeting) furthest = std::max(furthest, managed);
  }
  return furthest;
}

v1::ConflictManaged conflict_anywhere(const v1::CaseFile& file, std::string_view person) {
  auto furthest = v1::CONFLICT_MANAGED_UNSPECIFIED;
  for (const auto& [about, managed] : newest_words(file, person)) furthest = std::max(furthest, managed);
  return furthest;
}

Result<void> conflicts_kept(const v1::CaseFile& before, const v1::CaseFile& after, const Occasion& occasion) {
  const auto left = newest_words(after, occasion.who);
  for (const auto& [about, managed] : newest_words(before, occasion.who)) {
    const auto found = left.find(about);
    const auto now = found == left.end() ? v1::CONFLICT_MANAGED_UNSPECIFIED : found->second;
    if (now >= managed || managed == v1::CONFLICT_MANAGED_STAYS_DECLARED) continue;
    return refuse(
        Code::second_person_required,
        "This would let you back in where your conflict of interest keeps you out. Another person records it.");
  }
  return {};
}

}  // namespace review

#include "libreview/access/sight.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "libreview/record/conflicts.hpp"

namespace review {
namespace {

/// A body of the law and the agency of the same name: `INTEGRATED_CARE_BOARD` and `integrated-care-board`.
std::string agency_key(std::string_view name) {
  if (const auto slash = name.find('/'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  std::string key(name);
  for (auto& letter : key) {
    letter = letter == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
  }
  return key;
}

bool holds_on(const v1::MemberFile& member, const std::string& day) {
  return member.from() <= day && (member.until().empty() || day <= member.until());
}

bool reaches(const Reader& reader, const v1::CaseFile& file, Date today) {
  if (reader.asked.contains(file.case_())) return true;
  if (file.sealed()) {
    return std::ranges::any_of(file.sealed_readers(), [&](const std::string& one) { return one == reader.person; });
  }
  return reach_of(reader.role) == Reach::every ||
         (reach_of(reader.role) == Reach::own && is_member(file, reader.person, today));
}

/// The right, the cases of the token and the exclusions, which glass does not open.
bool may_at_all(const Reader& reader, const v1::CaseFile& file) {
  if (!reader.may(Right::read_cases) || reach_of(reader.role) == Reach::none) return false;
  if (reader.cases && !reader.cases->contains(file.case_())) return false;
  return !is_excluded(file, reader.person);
}

}  // namespace

bool is_excluded(const v1::CaseFile& file, std::string_view person) {
  return conflict_anywhere(file, person) == v1::CONFLICT_MANAGED_EXCLUDED;
}

bool left_item(const v1::CaseFile& file, std::string_view person, std::string_view meeting) {
  return is_excluded(file, person) || conflict_in(file, person, meeting) >= v1::CONFLICT_MANAGED_LEAVES_ITEM;
}

bool is_member(const v1::CaseFile& file, std::string_view person, Date today) {
  const auto day = today.iso();
  return std::ranges::any_of(file.members(),
                             [&](const v1::MemberFile& one) { return one.person() == person && holds_on(one, day); });
}

bool sees(const Reader& reader, const v1::CaseFile& file, Date today) {
  if (!may_at_all(reader, file)) return false;
  return reaches(reader, file, today) || reader.glass.contains(file.case_());
}

bool sees_by_glass(const Reader& reader, const v1::CaseFile& file, Date today) {
  return sees(reader, file, today) && !reaches(reader, file, today);
}

bool is_same_agency(std::string_view left, std::string_view right) { return agency_key(left) == agency_key(right); }

bool is_own_agency(const Reader& reader, const v1::CaseFile& file, std::string_view agency, Date today) {
  if (agency.empty()) return false;
  const auto wanted = agency_key(agency);
  if (!reader.agency.empty() && agency_key(reader.agency) == wanted) return true;
  const auto day = today.iso();
  return std::ranges::any_of(file.members(), [&](const v1::MemberFile& one) {
    return one.person() == reader.person && !one.agency().empty() && holds_on(one, day) &&
           agency_key(one.agency()) == wanted;
  });
}

}  // namespace review

#include <algorithm>

#include "libreview/access/sight.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/desk/desk.hpp"

namespace review {
namespace {

constexpr std::string_view coordinator = "coordinator";

/// What an entry declares, be it by a correction.
const v1::ConflictDeclared* declared_in(const v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  return said.has_conflict_declared() ? &said.conflict_declared() : nullptr;
}

}  // namespace

Result<void> Desk::check_cover(const v1::CaseFile& file, const v1::Entry& entry, const Moment& moment) {
  const auto* conflict = declared_in(entry);
  if (conflict == nullptr || conflict->managed() != v1::CONFLICT_MANAGED_EXCLUDED) return {};
  auto coordinators = parts_.roster.people_with(coordinator, moment.now);
  if (coordinators.erase(conflict->person()) == 0) return {};
  const bool covered = std::ranges::any_of(coordinators, [&](const std::string& other) {
    return review::sees(Reader{other, Role::coordinator}, file, moment.today);
  });
  if (covered) return {};
  return refuse_at(Code::second_person_required,
                   "This is the only review coordinator who sees the case. Let another one in before this one goes.",
                   "/conflictDeclared/person");
}

}  // namespace review

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/seal.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

void admit_added(const Question& question) {
  const auto& added = question.entry.member_added();
  not_before(question, added.until(), added.has_from() ? added.from() : question.entry.occurred_on(),
             "A membership cannot end before it begins.", "/memberAdded/until");
}

void apply_added(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& added = entry.member_added();
  auto& member = *file.add_members();
  member.set_person(added.person());
  member.set_role(added.role());
  member.set_agency(added.agency());
  member.set_from(added.has_from() ? added.from() : entry.occurred_on());
  member.set_until(added.until());
}

bool belongs(const v1::CaseFile& file, const std::string& person) {
  return std::ranges::any_of(file.members(), [&](const v1::MemberFile& one) { return one.person() == person; });
}

void admit_removed(const Question& question) {
  if (belongs(question.file, question.entry.member_removed().person())) return;
  question.findings.add(Code::missing_reference,
                        fmt::format("This person is not a member of this {}.", sort_of(question.file.case_()).name), {},
                        "/memberRemoved/person");
}

/// Takes effect at once: no day is given, so that nobody sees the case until the end of it.
void apply_removed(v1::CaseFile& file, const v1::Entry& entry) {
  auto& members = *file.mutable_members();
  members.erase(
      std::remove_if(members.begin(), members.end(),
                     [&](const v1::MemberFile& one) { return one.person() == entry.member_removed().person(); }),
      members.end());
}

void apply_sealed(v1::CaseFile& file, const v1::Entry& entry) {
  file.set_sealed(true);
  *file.mutable_sealed_readers() = entry.case_sealed().readers();
  file.clear_unseal_proposed_by();
}

void admit_sealed(const Question& question) {
  auto after = question.file;
  apply_sealed(after, question.entry);
  if (const auto kept = seal_kept(question.file, after, question.occasion); !kept) question.findings.add(kept.error());
}

void needs_seal(const Question& question) {
  if (!question.file.sealed())
    question.findings.add(Code::not_in_this_stage,
                          fmt::format("This {} is not sealed.", sort_of(question.file.case_()).name));
}

void apply_proposed(v1::CaseFile& file, const v1::Entry& entry) { file.add_unseal_proposed_by(entry.recorded_by()); }

/// Two people: the one who proposed it does not do it.
void admit_unsealed(const Question& question) {
  needs_seal(question);
  if (!question.file.sealed()) return;
  if (unsealing_proposed_by_another(question.file, question.occasion)) return;
  question.findings.add(Code::second_person_required,
                        question.file.unseal_proposed_by().empty()
                            ? "Somebody must propose to unseal it first. A second person does it."
                            : "You proposed this yourself. Another person must unseal it.");
}

void apply_unsealed(v1::CaseFile& file, const v1::Entry&) {
  file.set_sealed(false);
  file.clear_sealed_readers();
  file.clear_unseal_proposed_by();
}

}  // namespace

std::vector<Handling> membership_handlings() {
  return {
      {"member-added", admit_added, apply_added},        {"member-removed", admit_removed, apply_removed},
      {"case-sealed", admit_sealed, apply_sealed},       {"unseal-proposed", needs_seal, apply_proposed},
      {"case-unsealed", admit_unsealed, apply_unsealed},
  };
}

}  // namespace review

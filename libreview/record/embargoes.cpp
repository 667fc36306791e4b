#include <algorithm>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/known_later.hpp"
#include "libreview/record/lift_proposals.hpp"

namespace review {
namespace {

void admit_placed(const Question& question) {
  set_ahead(question, question.entry.embargo_placed().review_on(), question.entry.occurred_on(),
            "The day that it is to be looked at by is before the embargo is placed. Choose that day or a later one.",
            "/embargoPlaced/reviewOn");
}

void apply_placed(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& placed = entry.embargo_placed();
  auto& embargo = *file.add_embargoes();
  embargo.set_embargo(placed.embargo());
  embargo.mutable_covers()->CopyFrom(placed.covers());
  if (placed.covers().empty()) embargo.add_covers(v1::COVERED_REPORT);
  embargo.set_since(entry.occurred_on());
  embargo.set_review_on(placed.review_on());
  embargo.mutable_proceedings()->CopyFrom(placed.proceedings());
  embargo.mutable_readers()->CopyFrom(placed.readers());
  embargo.mutable_documents()->CopyFrom(placed.documents());
  add_turn(embargo, entry, "embargo-placed");
  mark(file, entry, "embargo-placed",
       {.anchor = known_later(entry), .due_on = placed.review_on(), .subject = placed.embargo()});
}

const v1::EmbargoFile* live_embargo(const Question& question, const std::string& name) {
  const auto* embargo = find_embargo(question.file, name);
  if (embargo == nullptr) return nullptr;
  if (embargo->lifted()) {
    question.findings.add(Code::already_recorded, "This embargo is lifted already. Place a new one.");
  }
  not_before(question, question.entry.occurred_on(), embargo->since(), "This cannot be before the embargo was placed.",
             "/occurredOn");
  return embargo;
}

void admit_extended(const Question& question) {
  const auto& extended = question.entry.embargo_extended();
  static_cast<void>(live_embargo(question, extended.embargo()));
  set_ahead(question, extended.review_on(), question.entry.occurred_on(),
            "The day that it is to be looked at by is before the embargo is extended. Choose that day or a later one.",
            "/embargoExtended/reviewOn");
}

void apply_extended(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& extended = entry.embargo_extended();
  auto& embargo = the(find_embargo(file, extended.embargo()));
  embargo.set_review_on(extended.review_on());
  embargo.clear_lift_proposals();  // what was proposed before, the extension has answered
  add_turn(embargo, entry, "embargo-extended");
  mark(file, entry, "embargo-extended", {.due_on = extended.review_on(), .subject = extended.embargo()});
}

/// Who is not let in lets nobody in by oneself: another person names them.
void admit_readers(const Question& question) {
  const auto& named = question.entry.embargo_readers_named();
  const auto* embargo = live_embargo(question, named.embargo());
  if (embargo == nullptr || embargo->readers().empty()) return;
  const auto holds = [&](const auto& readers) {
    return std::find(readers.begin(), readers.end(), question.occasion.who) != readers.end();
  };
  if (holds(embargo->readers()) || !holds(named.readers())) return;
  question.findings.add(Code::second_person_required,
                        "You cannot name yourself as a reader of this embargo. Another person must.", {},
                        "/embargoReadersNamed/readers");
}

void apply_readers(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& named = entry.embargo_readers_named();
  auto& embargo = the(find_embargo(file, named.embargo()));
  embargo.mutable_readers()->CopyFrom(named.readers());
  add_turn(embargo, entry, "embargo-readers-named");
}

void admit_proposed(const Question& question) {
  static_cast<void>(live_embargo(question, question.entry.embargo_lift_proposed().embargo()));
}

void apply_proposed(v1::CaseFile& file, const v1::Entry& entry) {
  auto* embargo = find_embargo(file, entry.embargo_lift_proposed().embargo());
  if (embargo == nullptr) return;  // withdrawn since, and the proposal went with it
  auto& proposal = *embargo->add_lift_proposals();
  proposal.set_recorded_by(entry.source().has_recorded_by() ? entry.source().recorded_by() : entry.recorded_by());
  proposal.mutable_decided_by()->CopyFrom(entry.decided_by());
  add_turn(*embargo, entry, "embargo-lift-proposed");
}

/// Proposed by one, lifted by another. Where two agreed beforehand, each by a proposal of their own, either of them
/// confirms on the day.
void admit_lifted(const Question& question) {
  const auto* embargo = live_embargo(question, question.entry.embargo_lifted().embargo());
  if (embargo == nullptr) return;
  if (proposed_by_another(*embargo, question.occasion.who, question.entry)) return;
  question.findings.add(Code::second_person_required,
                        embargo->lift_proposals().empty()
                            ? "Lifting an embargo takes two people. One proposes it first, another lifts it."
                            : "Who proposed to lift this embargo cannot lift it too. Another person must.");
}

void apply_lifted(v1::CaseFile& file, const v1::Entry& entry) {
  auto& embargo = the(find_embargo(file, entry.embargo_lifted().embargo()));
  embargo.set_lifted(true);
  embargo.set_lifted_on(entry.occurred_on());
  add_turn(embargo, entry, "embargo-lifted");
}

}  // namespace

std::vector<Handling> embargo_handlings() {
  return {
      {"embargo-placed", admit_placed, apply_placed, true},
      {"embargo-extended", admit_extended, apply_extended, true},
      {"embargo-readers-named", admit_readers, apply_readers},
      {"embargo-lift-proposed", admit_proposed, apply_proposed},
      {"embargo-lifted", admit_lifted, apply_lifted},
  };
}

}  // namespace review

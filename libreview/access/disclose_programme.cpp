#include "libreview/access/disclose_programme.hpp"

#include <algorithm>

#include "libreview/access/disclose.hpp"

namespace review {
namespace {

void put_steps(v1::Programme& out, const v1::ProgrammeFile& file, const RuleBook& law) {
  const auto begun_on = Date::parse(file.begun_on());
  const auto* version = begun_on ? law.programme_steps(file.sort(), *begun_on) : nullptr;
  if (version == nullptr) return;
  for (const auto& rule : version->steps) {
    auto& step = *out.add_steps();
    step.set_step(rule.id);
    step.set_title(rule.title);
    const auto done = std::ranges::find(file.steps(), rule.id, &v1::ProgrammeStepFile::step);
    if (done == file.steps().end()) continue;
    step.set_done_on(done->done_on());
    step.set_entry(done->entry());
  }
}

void put_facts(v1::Programme& out, const v1::ProgrammeFile& file) {
  out.set_sort(file.sort());
  if (!file.from().empty()) out.set_from(file.from());
  if (!file.to().empty()) out.set_to(file.to());
  out.mutable_agencies()->CopyFrom(file.agencies());
  if (!file.owner().empty()) out.set_owner(file.owner());
  if (!file.reported_on().empty()) out.set_reported_on(file.reported_on());
  out.mutable_reported_to()->CopyFrom(file.reported_to());
  out.mutable_rounds()->CopyFrom(file.rounds());
}

}  // namespace

v1::Programme disclose_programme(const v1::Case& shown, const v1::CaseFile& file, const RuleBook& law,
                                 const Reader& reader) {
  v1::Programme out;
  if (!shown.case_().empty()) out.set_programme(shown.case_());
  out.set_stage(shown.stage());
  out.set_opened_on(shown.opened_on());
  if (reads_incidents(reader.role)) {
    put_facts(out, file.programme());
    put_steps(out, file.programme(), law);
  }
  out.mutable_embargoes()->CopyFrom(shown.embargoes());
  out.mutable_recommendations()->CopyFrom(shown.recommendations());
  out.mutable_actions()->CopyFrom(shown.actions());
  out.mutable_products()->CopyFrom(shown.products());
  out.mutable_irregularities()->CopyFrom(shown.irregularities());
  out.mutable_clocks()->CopyFrom(shown.clocks());
  out.mutable_next_entries()->CopyFrom(shown.next_entries());
  out.set_version(shown.version());
  out.set_practice(shown.practice());
  out.set_as_of(shown.as_of());
  return out;
}

}  // namespace review

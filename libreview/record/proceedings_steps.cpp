#include "libreview/record/proceedings_steps.hpp"

#include <string>

namespace review {
namespace {

/// Steps of which there may be several at a time: naming one does not move another.
bool comes_often(v1::ProceedingsNode node) {
  return node == v1::PROCEEDINGS_NODE_UNSPECIFIED || node == v1::PROCEEDINGS_NODE_HEARING ||
         node == v1::PROCEEDINGS_NODE_PRE_INQUEST_REVIEW || node == v1::PROCEEDINGS_NODE_MEETING;
}

bool is_awaited(const v1::StepFile& step) { return step.took_place_on().empty(); }

/// The step that an update speaks of: the newest of its sort that has not taken place, on the day it names if it names
/// one. Null where it is a new one.
v1::StepFile* step_meant(v1::ProceedingsFile& proceedings, const v1::ProceedingsUpdated& updated) {
  v1::StepFile* meant = nullptr;
  for (auto& step : *proceedings.mutable_steps()) {
    if (!is_awaited(step) || step.node() != updated.node()) continue;
    const bool named = updated.has_replaces() && step.listed_on() == updated.replaces();
    const bool only = !comes_often(updated.node()) || !updated.has_listed_on();
    if (named || (only && !updated.has_replaces())) meant = &step;
  }
  return meant;
}

v1::StepFile& new_step(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  auto& step = *proceedings.add_steps();
  step.set_node(entry.proceedings_updated().node());
  step.set_entry(entry.entry());
  return step;
}

void add_slip(v1::SlipFile& slip, const std::string& from, const std::string& to, const v1::Entry& entry) {
  slip.set_from(from);
  slip.set_to(to);
  slip.set_entry(entry.entry());
  slip.set_said_on(entry.occurred_on());
}

/// Whether a later day than before was said, or the day was taken out.
bool lay_listing(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  auto* step = step_meant(proceedings, updated);
  if (step == nullptr) {
    step = &new_step(proceedings, entry);
    if (updated.has_replaces()) step->set_listed_on(updated.replaces());
  }
  const std::string before = step->listed_on();
  step->set_vacated(updated.vacated());
  step->set_listed_on(updated.vacated() ? "" : updated.listed_on());
  if (before.empty() || before == step->listed_on()) return false;
  const bool later = step->listed_on().empty() || step->listed_on() > before;
  add_slip(*step->add_slips(), before, step->listed_on(), entry);
  return later;
}

void lay_event(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  auto* step = step_meant(proceedings, entry.proceedings_updated());
  if (step == nullptr) step = &new_step(proceedings, entry);
  step->set_took_place_on(entry.occurred_on());
  step->set_vacated(false);
}

/// Whether a later end than before is expected.
bool lay_end(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const std::string before = proceedings.expected_end();
  const std::string& now = entry.proceedings_updated().expected_end();
  proceedings.set_expected_end(now);
  if (before.empty() || before == now) return false;
  auto& slip = *proceedings.add_end_slips();
  add_slip(slip, before, now, entry);
  slip.set_of_end(true);
  return now > before;
}

}  // namespace

void lay_steps(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  bool slipped = false;
  if (updated.has_listed_on() || updated.vacated()) {
    slipped = lay_listing(proceedings, entry);
    proceedings.set_listed_on(updated.vacated() ? "" : updated.listed_on());
  } else if (updated.has_node()) {
    lay_event(proceedings, entry);
  }
  if (updated.has_expected_end() && lay_end(proceedings, entry)) slipped = true;
  if (slipped) proceedings.set_slips(proceedings.slips() + 1);
}

}  // namespace review

#include "libreview/record/proceedings_steps.hpp"

#include <string>

#include "libreview/record/slips.hpp"

namespace review {
namespace {

/// Steps of which there may be several at a time: naming one does not move another.
bool comes_often(v1::ProceedingsNode node) {
  return node == v1::PROCEEDINGS_NODE_UNSPECIFIED || node == v1::PROCEEDINGS_NODE_HEARING ||
         node == v1::PROCEEDINGS_NODE_PRE_INQUEST_REVIEW || node == v1::PROCEEDINGS_NODE_MEETING;
}

bool is_awaited(const v1::StepFile& step) { return step.took_place_on().empty(); }

/// An update that names no sort of step speaks of whichever stands on the day that it moves or takes out.
bool may_mean(const v1::StepFile& step, const v1::ProceedingsUpdated& updated) {
  if (!is_awaited(step)) return false;
  if (updated.has_node()) return step.node() == updated.node();
  return updated.has_replaces() || updated.vacated() || step.node() == v1::PROCEEDINGS_NODE_UNSPECIFIED;
}

/// The step that an update moves or takes out: the newest that has not taken place, on the day it names if it names
/// one. Null where it is a new one.
v1::StepFile* step_moved(v1::ProceedingsFile& proceedings, const v1::ProceedingsUpdated& updated) {
  v1::StepFile* named = nullptr;
  v1::StepFile* newest = nullptr;
  v1::StepFile* without_day = nullptr;
  for (auto& step : *proceedings.mutable_steps()) {
    if (!may_mean(step, updated)) continue;
    if (updated.has_replaces() && step.listed_on() == updated.replaces()) named = &step;
    if (step.listed_on().empty()) without_day = &step;
    newest = &step;
  }
  if (named != nullptr) return named;
  if (!comes_often(updated.node()) || (!updated.has_listed_on() && !updated.has_replaces())) return newest;
  // A day is listed again for what was taken out, rather than another hearing added.
  return updated.has_replaces() ? nullptr : without_day;
}

/// The step that took place on a day: the one listed for it, else the earliest listed of its sort. Null where none was
/// awaited.
v1::StepFile* step_held(v1::ProceedingsFile& proceedings, const v1::ProceedingsUpdated& updated,
                        const std::string& on) {
  v1::StepFile* meant = nullptr;
  for (auto& step : *proceedings.mutable_steps()) {
    if (!is_awaited(step) || step.node() != updated.node()) continue;
    if (step.listed_on() == on) return &step;
    const bool sooner = meant == nullptr || meant->listed_on().empty() ||
                        (!step.listed_on().empty() && step.listed_on() < meant->listed_on());
    if (sooner) meant = &step;
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
  auto* step = step_moved(proceedings, updated);
  if (step == nullptr) step = &new_step(proceedings, entry);
  if (step->listed_on().empty() && !step->vacated()) step->set_listed_on(updated.replaces());
  const std::string before = step->listed_on();
  step->set_vacated(updated.vacated());
  step->set_listed_on(updated.vacated() ? "" : updated.listed_on());
  if (before.empty() || is_more_exact(before, step->listed_on())) return false;
  add_slip(*step->add_slips(), before, step->listed_on(), entry);
  return step->vacated() || is_said_later(before, step->listed_on());
}

void lay_event(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  auto* step = step_held(proceedings, entry.proceedings_updated(), entry.occurred_on());
  if (step == nullptr) step = &new_step(proceedings, entry);
  step->set_took_place_on(entry.occurred_on());
  step->set_vacated(false);
}

/// What is listed now: the newest listing of what has not taken place.
std::string newest_listing(const v1::ProceedingsFile& proceedings) {
  std::string listed;
  for (const auto& step : proceedings.steps()) {
    if (is_awaited(step) && !step.listed_on().empty()) listed = step.listed_on();
  }
  return listed;
}

/// Whether a later end than before is expected.
bool lay_end(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const std::string before = proceedings.expected_end();
  const std::string& now = entry.proceedings_updated().expected_end();
  proceedings.set_expected_end(now);
  if (before.empty() || is_more_exact(before, now)) return false;
  auto& slip = *proceedings.add_end_slips();
  add_slip(slip, before, now, entry);
  slip.set_of_end(true);
  return is_said_later(before, now);
}

}  // namespace

void lay_steps(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  bool slipped = false;
  if (updated.has_listed_on() || updated.vacated()) {
    slipped = lay_listing(proceedings, entry);
    proceedings.set_listed_on(updated.vacated() ? newest_listing(proceedings) : updated.listed_on());
  } else if (updated.has_node()) {
    lay_event(proceedings, entry);
  }
  if (updated.has_expected_end() && lay_end(proceedings, entry)) slipped = true;
  if (slipped) proceedings.set_slips(proceedings.slips() + 1);
}

}  // namespace review

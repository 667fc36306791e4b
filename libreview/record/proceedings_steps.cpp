#include "libreview/record/proceedings_steps.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
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

bool is_after(const std::string& listed, const std::string& on) {
  const auto day = earliest_day(listed);
  const auto then = PartialDate::parse(on);
  return day && then && *day > then->latest();
}

/// Which step took place on a day: the one listed for the day it names, or for that day, else the earliest listed of
/// its sort. Of a sort that comes often, what is listed for later is another one. Nothing where none was awaited.
std::optional<int> step_held(const v1::ProceedingsFile& proceedings, const v1::ProceedingsUpdated& updated,
                             const std::string& on) {
  const std::string& named = updated.has_replaces() ? updated.replaces() : on;
  const v1::StepFile* meant = nullptr;
  std::optional<int> at;
  for (int i = 0; i < proceedings.steps_size(); ++i) {
    const auto& step = proceedings.steps(i);
    if (!is_awaited(step) || step.node() != updated.node()) continue;
    if (step.listed_on() == named) return i;
    if (comes_often(updated.node()) && is_after(step.listed_on(), on)) continue;
    const bool sooner = meant == nullptr || meant->listed_on().empty() ||
                        (!step.listed_on().empty() && step.listed_on() < meant->listed_on());
    if (!sooner) continue;
    meant = &step;
    at = i;
  }
  return at;
}

v1::StepFile& new_step(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  auto& step = *proceedings.add_steps();
  step.set_node(entry.proceedings_updated().node());
  step.set_entry(entry.entry());
  return step;
}

using Slips = google::protobuf::RepeatedPtrField<v1::SlipFile>;

v1::SlipFile slip_of(const std::string& from, const std::string& to, const v1::Entry& entry, bool of_end) {
  v1::SlipFile slip;
  slip.set_from(from);
  slip.set_to(to);
  slip.set_entry(entry.entry());
  slip.set_said_on(entry.occurred_on());
  if (of_end) slip.set_of_end(true);
  return slip;
}

void insert(Slips& slips, int at, v1::SlipFile slip) {
  *slips.Add() = std::move(slip);
  for (int i = slips.size() - 1; i > at; --i) slips.SwapElements(i, i - 1);
}

/// Another day is said now. Whether it slipped by that.
bool lay_day(Slips& slips, const std::string& before, const std::string& now, const v1::Entry& entry, bool of_end) {
  if (before.empty()) return false;
  if (!is_more_exact(before, now)) {
    *slips.Add() = slip_of(before, now, entry, of_end);
    return now.empty() || is_said_later(before, now);
  }
  // Between two days it was said less exactly: the later one slipped from the first.
  const auto* last = slips.empty() ? nullptr : &slips[slips.size() - 1];
  return last != nullptr && last->to() == before && is_more_exact(before, last->from()) &&
         is_said_later(last->from(), now);
}

/// The first day that was said of something: by which entry, and when.
struct FirstSaid {
  std::string entry{};
  std::string on{};  ///< empty where that is not known
};

bool is_older(const Slips& slips, const FirstSaid& first, const v1::Entry& entry) {
  const auto& said_on = slips.empty() ? first.on : slips[slips.size() - 1].said_on();
  return entry.occurred_on() < said_on;
}

int slips_to(const std::string& from, const std::string& to) { return to.empty() || is_said_later(from, to) ? 1 : 0; }

/// A day that was said before the one that is known, and is recorded late: only what became of it is kept. How many
/// slips more that makes.
int lay_older(Slips& slips, const FirstSaid& first, const std::string& known, const v1::Entry& entry,
              const std::string& day) {
  if (day.empty()) return 0;
  const bool of_end = !slips.empty() && slips[0].of_end();
  if (entry.occurred_on() < first.on) {
    // A day before the first is known already, and not when it was said: nobody can tell which came first.
    if (!slips.empty() && slips[0].entry() == first.entry) return 0;
    const std::string to = slips.empty() ? known : slips[0].from();
    if (to.empty() || is_more_exact(day, to)) return 0;
    auto slip = slip_of(day, to, entry, of_end);
    slip.set_entry(first.entry);
    slip.set_said_on(first.on);
    insert(slips, 0, std::move(slip));
    return slips_to(day, to);
  }
  const auto later = std::ranges::find_if(slips, [&](const auto& one) { return entry.occurred_on() < one.said_on(); });
  const int at = static_cast<int>(later - slips.begin());
  const std::string from = later->from();
  const std::string to = later->to();
  if (is_more_exact(from, day)) return 0;
  later->set_from(day);
  insert(slips, at, slip_of(from, day, entry, of_end));
  return slips_to(from, day) + slips_to(day, to) - slips_to(from, to);
}

/// When a step was listed first.
FirstSaid first_listing(const v1::CaseFile& file, const v1::StepFile& step) {
  for (const auto& milestone : file.milestones()) {
    if (milestone.name() == "proceedings-updated" && milestone.entry() == step.entry())
      return {step.entry(), milestone.on()};
  }
  return {};
}

/// What is listed now: the newest listing of what has not taken place.
std::string newest_listing(const v1::ProceedingsFile& proceedings) {
  std::string listed;
  for (const auto& step : proceedings.steps()) {
    if (is_awaited(step) && !step.listed_on().empty()) listed = step.listed_on();
  }
  return listed;
}

/// How often something slipped by what is said of a step: a later day than before, or the day was taken out.
int lay_listing(const v1::CaseFile& file, v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  auto* step = step_moved(proceedings, updated);
  if (step == nullptr) step = &new_step(proceedings, entry);
  if (const auto first = first_listing(file, *step); is_older(step->slips(), first, entry))
    return lay_older(*step->mutable_slips(), first, step->listed_on(), entry, updated.listed_on());
  if (step->listed_on().empty() && !step->vacated()) step->set_listed_on(updated.replaces());
  const std::string before = step->listed_on();
  const std::string now = updated.vacated() ? std::string() : updated.listed_on();
  step->set_vacated(updated.vacated());
  step->set_listed_on(now);
  const bool slipped = lay_day(*step->mutable_slips(), before, now, entry, false);
  proceedings.set_listed_on(updated.vacated() ? newest_listing(proceedings) : now);
  return slipped ? 1 : 0;
}

void lay_event(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto held = step_held(proceedings, entry.proceedings_updated(), entry.occurred_on());
  auto& step = held ? *proceedings.mutable_steps(*held) : new_step(proceedings, entry);
  step.set_took_place_on(entry.occurred_on());
  step.set_vacated(false);
}

/// How often the expected end slipped by what is said of it.
int lay_end(v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const std::string before = proceedings.expected_end();
  const std::string& now = entry.proceedings_updated().expected_end();
  auto& slips = *proceedings.mutable_end_slips();
  if (is_older(slips, {}, entry)) return lay_older(slips, {}, before, entry, now);
  // Recorded late, and nobody knows which of the two was said last: the later one counts, so that nobody plans too
  // soon.
  const bool late = entry.occurred_on() < proceedings.heard_on();
  if (late && slips.empty() && is_said_later(now, before)) return 0;
  proceedings.set_expected_end(now);
  return lay_day(slips, before, now, entry, true) ? 1 : 0;
}

}  // namespace

void admit_steps(const Question& question) {
  const auto& updated = question.entry.proceedings_updated();
  if (updated.has_listed_on() && updated.vacated()) {
    question.findings.add(Code::not_a_choice, "Say either for which day it is listed, or that its day was taken out.",
                          {}, "/proceedingsUpdated/vacated");
  }
  if (updated.has_listed_on() || updated.vacated()) return;
  const std::string pointer = "/proceedingsUpdated/listedOn";
  if (!updated.has_node()) {
    if (updated.has_replaces()) {
      question.findings.add(Code::missing_field, "Say for which day it is listed now, or which step took place.", {},
                            pointer);
    }
    return;
  }
  const auto* proceedings = find_proceedings(question.file, updated.proceedings());
  if (proceedings == nullptr) return;
  const auto& on = question.entry.occurred_on();
  const auto held = step_held(*proceedings, updated, on);
  const bool ahead = is_after(updated.replaces(), on) || (held && is_after(proceedings->steps(*held).listed_on(), on));
  if (!ahead) return;
  question.findings.add(Code::missing_field,
                        "This step is listed for a later day, so it has not taken place. Say for which day it is "
                        "listed now, or that its day was taken out. If only the expected end moved, name no step.",
                        {}, pointer);
}

void lay_steps(const v1::CaseFile& file, v1::ProceedingsFile& proceedings, const v1::Entry& entry) {
  const auto& updated = entry.proceedings_updated();
  int slipped = 0;
  if (updated.has_listed_on() || updated.vacated()) {
    slipped = lay_listing(file, proceedings, entry);
  } else if (updated.has_node()) {
    lay_event(proceedings, entry);
  }
  // What takes the end with it slips once.
  if (updated.has_expected_end()) slipped = std::max(slipped, lay_end(proceedings, entry));
  proceedings.set_slips(proceedings.slips() + slipped);
}

}  // namespace review

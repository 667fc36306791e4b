#include "libreview/law/law_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "libreview/law/check_audit_templates.hpp"
#include "libreview/law/check_partnership.hpp"
#include "libreview/law/check_products.hpp"
#include "libreview/law/check_programmes.hpp"
#include "libreview/law/check_questions.hpp"
#include "libreview/law/check_themes.hpp"
#include "libreview/law/law_faults.hpp"

namespace review {
namespace {

/// The same id twice means that two rules apply.
template <class Rows>
void check_ids(const Rows& rows, std::string_view sort, LawFaults& faults) {
  Names seen;
  for (const auto& row : rows) {
    if (!seen.insert(row.id).second) faults.add(fmt::format("{} {}", sort, row.id), "is there twice");
  }
}

template <class Rows>
void check_cited(const Rows& rows, std::string_view sort, LawFaults& faults) {
  check_ids(rows, sort, faults);
  for (const auto& row : rows) faults.check_references(fmt::format("{} {}", sort, row.id), row.references);
}

template <class Rows>
void check_graded(const Rows& rows, std::string_view sort, LawFaults& faults) {
  for (const auto& row : rows) faults.check_grade(fmt::format("{} {}", sort, row.id), row.grade);
}

void check_versions(const ClockRule& clock, LawFaults& faults) {
  const std::string where = "clock " + clock.id;
  if (clock.versions.empty()) faults.add(where, "has no version");
  const ClockVersion* before = nullptr;
  for (const ClockVersion& version : clock.versions) {
    const std::string place = fmt::format("{}, version of {}", where, version.from.iso());
    faults.check_references(place, version.references);
    faults.check_grade(place, version.grade);
    if (version.grade == "local" && clock.legal_status != LegalStatus::local) {
      faults.add(place, "is not local and may not be a choice of one's own");
    }
    if (!clock.given && version.length == 0) faults.add(place, "has no length");
    if (before != nullptr && version.from == before->from) {
      faults.add(place, "applies from the same day as another: two rules apply");
    } else if (before != nullptr && version.from < before->from) {
      faults.add(place, "is out of order");
    }
    before = &version;
  }
}

void check_clock(const ClockRule& clock, LawFaults& faults) {
  const std::string where = "clock " + clock.id;
  if (clock.starts.empty()) faults.add(where, "is started by nothing");
  if (clock.stops.empty() && !clock.minimum) faults.add(where, "is stopped by nothing");
  faults.check_triggers(where, clock.starts);
  faults.check_triggers(where, clock.stops);
  faults.check_triggers(where, clock.cancelled_by);
  if (clock.pausable && clock.legal_status != LegalStatus::local) faults.add(where, "is not local and may not pause");
  if (!std::ranges::is_sorted(clock.warnings, std::greater{})) faults.add(where, "has warnings out of order");
  check_versions(clock, faults);
}

bool share_one(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return std::ranges::any_of(left,
                             [&](const std::string& name) { return std::ranges::find(right, name) != right.end(); });
}

/// Two clocks of the national law that wait for the same thing from the same moment: which of the two governs?
void check_rivals(const std::vector<ClockRule>& clocks, LawFaults& faults) {
  for (auto left = clocks.begin(); left != clocks.end(); ++left) {
    if (left->legal_status == LegalStatus::local) continue;
    for (auto right = left + 1; right != clocks.end(); ++right) {
      if (right->legal_status == LegalStatus::local || right->id == left->id) continue;
      if (share_one(left->starts, right->starts) && share_one(left->stops, right->stops)) {
        faults.add("clock " + right->id, fmt::format("starts and stops with {}: two rules apply", left->id));
      }
    }
  }
}

void check_watch(const RuleBook& book, const Watch& watch, LawFaults& faults) {
  const std::string where = "watch " + watch.id;
  if (book.clock(watch.id) != nullptr) faults.add(where, "has the name of a clock");
  if (!watch.of_clock.empty() && book.clock(watch.of_clock) == nullptr) faults.add(where, "is of a clock that is none");
  if (!std::ranges::is_sorted(watch.warnings, std::greater{})) faults.add(where, "has warnings out of order");
}

void check_figures(const RuleBook& book, LawFaults& faults) {
  const auto& figures = book.figures();
  check_ids(figures.tables, "table", faults);
  check_ids(figures.ages, "age", faults);
  check_ids(figures.held, "time held", faults);
  check_ids(figures.ethnicity, "ethnicity", faults);
  if (figures.small.size() > 1) faults.add("small numbers", "are said twice: two rules apply");
  auto clocks = figures.corrected_clocks;
  for (const auto& table : figures.tables) clocks.push_back(table.clock);
  clocks.insert(clocks.end(), {figures.meeting_clock, figures.sent_clock});
  for (const auto& clock : clocks) {
    if (!clock.empty() && book.clock(clock) == nullptr) faults.add("figures", fmt::format("{} is no clock", clock));
  }
}

}  // namespace

std::vector<LawFault> law_check(const RuleBook& book, const Names& kinds, const Names& milestones,
                                const std::optional<Names>& clocks_with_scenarios) {
  LawFaults faults(book, kinds, milestones);
  check_ids(book.sources(), "source", faults);
  check_ids(book.clocks(), "clock", faults);
  for (const ClockRule& clock : book.clocks()) {
    check_clock(clock, faults);
    if (clocks_with_scenarios && !clocks_with_scenarios->contains(clock.id)) {
      faults.add("clock " + clock.id, "has no scenario");
    }
  }
  check_rivals(book.clocks(), faults);
  check_cited(book.criteria(), "criterion", faults);
  check_graded(book.criteria(), "criterion", faults);
  check_cited(book.not_computed(), "not computed", faults);
  check_cited(book.not_rules(), "not a rule", faults);
  for (const NotRule& row : book.not_rules()) faults.check_references("not a rule " + row.id, row.seen_in);
  check_cited(book.retention(), "retention", faults);
  check_graded(book.retention(), "retention", faults);
  check_cited(book.holds(), "hold", faults);
  check_graded(book.holds(), "hold", faults);
  check_cited(book.alerts().watches, "watch", faults);
  for (const Watch& watch : book.alerts().watches) check_watch(book, watch, faults);
  check_cited(book.publication().events, "event", faults);
  check_graded(book.publication().events, "event", faults);
  check_cited(book.publication().yearly, "event of each year", faults);
  check_graded(book.publication().yearly, "event of each year", faults);
  check_cited(book.publication().warnings, "warning", faults);
  check_graded(book.publication().warnings, "warning", faults);
  check_cited(book.publication().told, "who is told by", faults);
  check_graded(book.publication().told, "who is told by", faults);
  check_themes(book, faults);
  check_questions(book, faults);
  check_programmes(book, faults);
  check_audit_templates(book, faults);
  check_cited(book.figures().small, "small numbers", faults);
  check_graded(book.figures().small, "small numbers", faults);
  check_figures(book, faults);
  check_products(book, faults);
  check_partnership(book, faults);
  return faults.take();
}

}  // namespace review

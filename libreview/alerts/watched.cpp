#include "libreview/alerts/watched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "libreview/record/advance_copy.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/publishable.hpp"
#include "libreview/record/reviewed_with.hpp"

namespace review {
namespace {

std::string with_subject(std::string_view watch, const std::string& subject) {
  return subject.empty() ? std::string(watch) : std::string(watch) + ":" + subject;
}

/// The newest milestone of the name about the subject, or null.
const v1::Milestone* newest(const v1::CaseFile& file, std::string_view name, const std::string& subject) {
  const v1::Milestone* found = nullptr;
  for (const auto& one : file.milestones()) {
    if (one.name() == name && one.subject() == subject) found = &one;
  }
  return found;
}

bool hangs_on(const v1::EmbargoFile& embargo, const std::string& proceedings) {
  const auto& named = embargo.proceedings();
  return named.empty() || std::ranges::find(named, proceedings) != named.end();
}

/// Whether proceedings of a case that the embargo hangs on are open.
bool waits_for(const v1::EmbargoFile& embargo, const v1::CaseFile& file) {
  return std::ranges::any_of(file.proceedings(),
                             [&](const auto& one) { return one.open() && hangs_on(embargo, one.proceedings()); });
}

/// The first day on which proceedings that ended are waited for no longer: nobody may appeal any more, as far as known.
std::optional<Date> over_on(const v1::ProceedingsFile& one) {
  const auto ended = whole_day(one.concluded_on());
  const auto appeal = whole_day(one.appeal_until());
  return ended && appeal ? std::max(*ended, appeal->plus_days(1)) : ended;
}

struct LastEnd {
  Date on;
  std::string entry;
};

/// The day from which a milestone can be acted on: it may have been recorded later than it happened.
Date known_on(const v1::Milestone& said, Date on) {
  const auto recorded = whole_day(said.anchor());
  return recorded ? std::max(on, *recorded) : on;
}

/// The last of the proceedings of a case, of those that the embargo hangs on, that is known to be over; of several the
/// one that was recorded last.
std::optional<LastEnd> last_end(const v1::EmbargoFile& embargo, const v1::CaseFile& file) {
  std::optional<LastEnd> last;
  for (const auto& said : file.milestones()) {
    if (said.name() != "proceedings-concluded" || !hangs_on(embargo, said.subject())) continue;
    if (newest(file, said.name(), said.subject()) != &said) continue;
    const auto* one = find_proceedings(file, said.subject());
    const auto over = one == nullptr ? std::nullopt : over_on(*one);
    if (!over) continue;
    const auto on = known_on(said, *over);
    if (!last || on >= last->on) last = LastEnd{on, said.entry()};
  }
  return last;
}

void watch_embargo(const v1::EmbargoFile& embargo, const v1::CaseFile& file, const std::vector<v1::CaseFile>& joined,
                   std::vector<Arm>& arms) {
  if (waits_for(embargo, file)) return;
  auto last = last_end(embargo, file);
  // Proceedings that are named are those of its own case.
  if (embargo.proceedings().empty()) {
    for (const auto& other : joined) {
      if (waits_for(embargo, other)) return;
      const auto end = last_end(embargo, other);
      // An entry of another case is not told of here.
      if (end && (!last || end->on > last->on)) last = LastEnd{end->on, embargo.turns(0).entry()};
    }
  }
  if (!last) return;
  // Placed after all of them had ended: before that there was nothing to lift.
  const auto* placed = newest(file, "embargo-placed", embargo.embargo());
  const auto since = whole_day(embargo.since());
  if (placed != nullptr && since && known_on(*placed, *since) > last->on) {
    last = LastEnd{known_on(*placed, *since), placed->entry()};
  }
  arms.push_back({with_subject("embargo-may-lift", embargo.embargo()), last->entry, last->on});
}

void watch_embargoes(const v1::CaseFile& file, const std::vector<v1::CaseFile>& joined, std::vector<Arm>& arms) {
  for (const auto& embargo : file.embargoes()) {
    if (!embargo.lifted()) watch_embargo(embargo, file, joined, arms);
  }
}

/// Whether the copy of a review went out later than the clock of it allows for the planned day: then publication on
/// that day would be refused as well.
bool copy_came_late(const std::vector<Line>& lines, const std::string& clock, const std::string& review) {
  return std::ranges::any_of(lines, [&](const Line& line) {
    const auto& run = line.runs.back();
    return line.rule->id == clock && line.subject == review && run.ending == Ending::stopped && run.due &&
           run.ended_on && *run.ended_on > *run.due;
  });
}

void watch_plans(const v1::CaseFile& file, const std::vector<Line>& lines, const RuleBook& law,
                 std::vector<Arm>& arms) {
  if (file.stage() == v1::STAGE_CLOSED) return;
  const bool days = law.watch("publication-planned") != nullptr;
  const auto* copies = law.watch("publication-without-copy");
  for (const auto& review : file.reviews()) {
    if (!review.led_by().empty() || !awaits_publication(review)) continue;
    const auto on = whole_day(review.planned_on());
    const auto* planned = newest(file, "publication-planned", review.review());
    if (!on) continue;
    const auto by = planned == nullptr ? std::string() : planned->entry();
    if (days) arms.push_back({with_subject("publication-planned", review.review()), by, *on});
    if (copies != nullptr && (!has_good_copy(review) || copy_came_late(lines, copies->of_clock, review.review()))) {
      arms.push_back({with_subject("publication-without-copy", review.review()), by, *on});
    }
  }
}

/// Whether what holds publication may do so through that day. An order that ends before it does not.
bool is_held_through(const v1::CaseFile& file, Date due) {
  const auto holds = [&](const auto& one) { return holds_on_day(one, due); };
  return std::ranges::any_of(file.proceedings(), holds) || std::ranges::any_of(file.embargoes(), holds) ||
         std::ranges::any_of(file.orders(), holds);
}

/// What was told of a delay: nobody need be told again before the last day on which publication was expected.
struct ToldDelay {
  std::string on;                ///< ISO
  std::optional<Date> expected;  ///< nothing where nobody could say
};

/// The newest report of a delay about one review, or about all.
std::optional<ToldDelay> told_delay(const v1::CaseFile& file, const std::string& name, Date since) {
  std::optional<ToldDelay> told;
  for (const auto& one : file.milestones()) {
    const auto on = whole_day(one.on());
    if (one.name() != "delay-reported" || (!one.subject().empty() && one.subject() != name)) continue;
    if (on && *on >= since && (!told || one.on() > told->on)) told = ToldDelay{one.on(), {}};
  }
  const auto* review = find_review(file, name);
  if (told && review != nullptr) told->expected = latest_day(review->expected_on());
  return told;
}

/// Told here, or in the case that leads the review; where in both, what was told last.
std::optional<ToldDelay> told_delay(const v1::CaseFile& file, const std::vector<v1::CaseFile>& joined,
                                    const std::string& name, Date since) {
  auto told = told_delay(file, name, since);
  const auto* review = find_review(file, name);
  for (const auto& other : joined) {
    if (review == nullptr || other.case_() != review->led_by()) continue;
    auto there = told_delay(other, review->lead_review(), since);
    if (there && (!told || there->on > told->on)) told = std::move(there);
  }
  return told;
}

void watch_delays(const v1::CaseFile& file, const std::vector<Line>& lines, const Watch& watch,
                  const std::vector<v1::CaseFile>& joined, std::vector<Arm>& arms) {
  const auto held_through = [&](const std::string& name, Date due) {
    if (is_held_through(file, due)) return true;
    const auto* review = joined.empty() ? nullptr : find_review(file, name);
    return review != nullptr &&
           std::ranges::any_of(reviewed_with(file, *review, find_among(joined)),
                               [&](const v1::CaseFile& other) { return is_held_through(other, due); });
  };
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    if (line.rule->id != watch.of_clock || run.ending != Ending::none || !run.due || !run.started_on) continue;
    const auto told = told_delay(file, joined, line.subject, *run.started_on);
    if (told && !told->expected) continue;
    const Date due = told ? std::max(*run.due, *told->expected) : *run.due;
    if (!held_through(line.subject, due)) continue;
    arms.push_back({with_subject("delay-to-report", line.subject), run.started_by, due});
  }
}

}  // namespace

const std::vector<std::string_view>& watch_names() {
  static const std::vector<std::string_view> names = {"calendar-ends",       "embargo-may-lift",
                                                      "publication-planned", "publication-without-copy",
                                                      "delay-to-report",     "channel-failing"};
  return names;
}

std::vector<Arm> watched(const v1::CaseFile& file, const std::vector<Line>& lines, const RuleBook& law,
                         const std::vector<v1::CaseFile>& joined) {
  std::vector<Arm> arms;
  if (law.watch("embargo-may-lift") != nullptr) watch_embargoes(file, joined, arms);
  watch_plans(file, lines, law, arms);
  if (const auto* watch = law.watch("delay-to-report")) watch_delays(file, lines, *watch, joined, arms);
  return arms;
}

std::vector<Arm> calendar_ends(const Calendar& calendar, const RuleBook& law, Date today) {
  std::vector<Arm> arms;
  if (law.watch("calendar-ends") == nullptr) return arms;
  for (const auto months : law.alerts().calendar_ends) {
    Arm arm{fmt::format("calendar-ends:{}", months), {}, months_after(calendar.last(), -months)};
    if (!arms.empty() && arm.due <= today) arms.clear();
    arms.push_back(std::move(arm));
  }
  return arms;
}

}  // namespace review

#include "libreview/alerts/watched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"

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

/// The last of the proceedings of a case, of those that the embargo hangs on, to be over; of several the one that was
/// recorded last.
std::optional<LastEnd> last_end(const v1::EmbargoFile& embargo, const v1::CaseFile& file) {
  std::optional<LastEnd> last;
  for (const auto& said : file.milestones()) {
    if (said.name() != "proceedings-concluded" || !hangs_on(embargo, said.subject())) continue;
    if (newest(file, said.name(), said.subject()) != &said) continue;
    const auto* one = find_proceedings(file, said.subject());
    const auto on = one == nullptr ? std::nullopt : over_on(*one);
    if (on && (!last || *on >= last->on)) last = LastEnd{*on, said.entry()};
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
  if (last) arms.push_back({with_subject("embargo-may-lift", embargo.embargo()), last->entry, last->on});
}

void watch_embargoes(const v1::CaseFile& file, const std::vector<v1::CaseFile>& joined, std::vector<Arm>& arms) {
  for (const auto& embargo : file.embargoes()) {
    if (!embargo.lifted()) watch_embargo(embargo, file, joined, arms);
  }
}

/// Whether publication would be refused for want of a copy.
bool lacks_copy(const v1::ReviewFile& review) {
  const bool older = review.accepted() != 0 && review.copy_version() != review.accepted();
  return review.copy_sent_on().empty() || older;
}

void watch_plans(const v1::CaseFile& file, const RuleBook& law, std::vector<Arm>& arms) {
  const bool days = law.watch("publication-planned") != nullptr;
  const bool copies = law.watch("publication-without-copy") != nullptr;
  for (const auto& review : file.reviews()) {
    if (!review.led_by().empty() || !review.published_on().empty() || !review.declined_on().empty()) continue;
    const auto on = whole_day(review.planned_on());
    const auto* planned = newest(file, "publication-planned", review.review());
    if (!on) continue;
    const auto by = planned == nullptr ? std::string() : planned->entry();
    if (days) arms.push_back({with_subject("publication-planned", review.review()), by, *on});
    if (copies && lacks_copy(review)) {
      arms.push_back({with_subject("publication-without-copy", review.review()), by, *on});
    }
  }
}

/// Whether what holds publication may do so through that day. An order that ends before it does not.
bool is_held_through(const v1::CaseFile& file, Date due) {
  const auto binds = [&](const v1::OrderFile& one) {
    const auto ends = whole_day(one.ends_on());
    return !one.ended() && !one.permits_anonymised() && (!ends || *ends >= due);
  };
  return std::ranges::any_of(file.proceedings(), [](const auto& one) { return one.open() && one.holds(); }) ||
         std::ranges::any_of(file.embargoes(), [](const auto& one) { return !one.lifted(); }) ||
         std::ranges::any_of(file.orders(), binds);
}

/// A report of a delay about one review, or about all.
bool reports_delay(const v1::CaseFile& file, const std::string& review, Date since) {
  return std::ranges::any_of(file.milestones(), [&](const v1::Milestone& one) {
    const auto on = whole_day(one.on());
    return one.name() == "delay-reported" && (one.subject().empty() || one.subject() == review) && on && *on >= since;
  });
}

/// Told here, or in the case that leads the review.
bool is_reported(const v1::CaseFile& file, const std::vector<v1::CaseFile>& joined, const std::string& name,
                 Date since) {
  if (reports_delay(file, name, since)) return true;
  const auto* review = find_review(file, name);
  return review != nullptr && std::ranges::any_of(joined, [&](const v1::CaseFile& other) {
           return other.case_() == review->led_by() && reports_delay(other, review->lead_review(), since);
         });
}

void watch_delays(const v1::CaseFile& file, const std::vector<Line>& lines, const Watch& watch,
                  const std::vector<v1::CaseFile>& joined, std::vector<Arm>& arms) {
  const auto held_through = [&](Date due) {
    return is_held_through(file, due) ||
           std::ranges::any_of(joined, [&](const v1::CaseFile& other) { return is_held_through(other, due); });
  };
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    if (line.rule->id != watch.of_clock || run.ending != Ending::none || !run.due || !run.started_on) continue;
    if (!held_through(*run.due) || is_reported(file, joined, line.subject, *run.started_on)) continue;
    arms.push_back({with_subject("delay-to-report", line.subject), run.started_by, *run.due});
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
  watch_plans(file, law, arms);
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

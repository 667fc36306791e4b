#include "libreview/alerts/watched.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

std::string with_subject(std::string_view watch, const std::string& subject) {
  return subject.empty() ? std::string(watch) : std::string(watch) + ":" + subject;
}

/// The newest milestone of the name about one of the subjects, or null.
const v1::Milestone* newest(const v1::CaseFile& file, std::string_view name, const std::set<std::string>& subjects) {
  const v1::Milestone* found = nullptr;
  for (const auto& one : file.milestones()) {
    if (one.name() == name && subjects.contains(one.subject())) found = &one;
  }
  return found;
}

void watch_embargoes(const v1::CaseFile& file, std::vector<Arm>& arms) {
  for (const auto& embargo : file.embargoes()) {
    if (embargo.lifted()) continue;
    std::set<std::string> hangs_on(embargo.proceedings().begin(), embargo.proceedings().end());
    bool open = false;
    const bool on_all = hangs_on.empty();
    for (const auto& one : file.proceedings()) {
      if (on_all) hangs_on.insert(one.proceedings());
      open = open || (hangs_on.contains(one.proceedings()) && one.open());
    }
    const auto* last = open ? nullptr : newest(file, "proceedings-concluded", hangs_on);
    const auto on = last == nullptr ? std::nullopt : whole_day(last->on());
    if (on) arms.push_back({with_subject("embargo-may-lift", embargo.embargo()), last->entry(), *on});
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
    const auto* planned = newest(file, "publication-planned", {review.review()});
    if (!on) continue;
    const auto by = planned == nullptr ? std::string() : planned->entry();
    if (days) arms.push_back({with_subject("publication-planned", review.review()), by, *on});
    if (copies && lacks_copy(review)) {
      arms.push_back({with_subject("publication-without-copy", review.review()), by, *on});
    }
  }
}

/// Whether something holds publication that does not end by a day alone.
bool is_held(const v1::CaseFile& file) {
  return std::ranges::any_of(file.proceedings(), [](const auto& one) { return one.open() && one.holds(); }) ||
         std::ranges::any_of(file.embargoes(), [](const auto& one) { return !one.lifted(); }) ||
         std::ranges::any_of(file.orders(), [](const auto& one) { return !one.ended() && one.ends_on().empty(); });
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
  if (!is_held(file) && std::ranges::none_of(joined, is_held)) return;
  for (const auto& line : lines) {
    const auto& run = line.runs.back();
    if (line.rule->id != watch.of_clock || run.ending != Ending::none || !run.due || !run.started_on) continue;
    if (is_reported(file, joined, line.subject, *run.started_on)) continue;
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
  if (law.watch("embargo-may-lift") != nullptr) watch_embargoes(file, arms);
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

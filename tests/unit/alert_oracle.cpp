#include "tests/unit/alert_oracle.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace review::test {
namespace {

using std::chrono::days;
using std::chrono::March;
using std::chrono::October;
using std::chrono::Sunday;

std::string with(std::string_view name, const std::string& subject) {
  return subject.empty() ? std::string(name) : fmt::format("{}:{}", name, subject);
}

/// What the case that leads a review does for all that it covers.
bool is_done_for_all(const std::string& name) {
  static const std::set<std::string> names = {"report-accepted",       "report-published", "publication-declined",
                                              "publication-explained", "report-replaced",  "report-taken-down"};
  return names.contains(name);
}

/// The day from which it can be acted on: it may have been recorded later than it happened.
Day known_on(const Happened& what) { return what.known.value_or(what.on); }

}  // namespace

Day AlertOracle::london_day(std::chrono::sys_seconds time) {
  const std::chrono::year_month_day date(std::chrono::floor<days>(time));
  const auto change = [&](std::chrono::month month) { return Day(date.year() / month / Sunday[std::chrono::last]); };
  const bool summer = time >= change(March) + std::chrono::hours(1) && time < change(October) + std::chrono::hours(1);
  return std::chrono::floor<days>(time + std::chrono::hours(summer ? 1 : 0));
}

std::set<std::string> AlertOracle::beside(const std::string& case_id) const {
  std::set<std::string> all;
  for (const auto& review : shared_) {
    if (!review.called.contains(case_id)) continue;
    for (const auto& [other, name] : review.called) all.insert(other);
  }
  all.erase(case_id);
  return all;
}

const AlertOracle::Shared* AlertOracle::shared(const std::string& case_id, const std::string& review) const {
  for (const auto& one : shared_) {
    const auto found = one.called.find(case_id);
    if (found != one.called.end() && found->second == review) return &one;
  }
  return nullptr;
}

/// What begins a review, in the case that leads it or in one that it joins. The decision on it has no name to go by
/// until the review has one.
void AlertOracle::join(const std::string& case_id, const Happened& what) {
  auto& one = cases_[case_id];
  for (auto& before : one.happened) {
    if (before.name == "publishable-review-decided" && before.subject.empty()) before.subject = what.subject;
  }
  one.happened.push_back(what);
  if (what.joins.empty()) return;
  Shared review{case_id, what.joins};
  review.called.emplace(case_id, what.subject);
  shared_.push_back(std::move(review));
  for (const auto& [other, name] : what.joins) {
    Happened there{"review-joined", what.on, name};
    there.entry = what.entry;
    join(other, there);
  }
}

void AlertOracle::follow(const std::string& case_id, const Happened& what) {
  const auto* review = shared(case_id, what.subject);
  if (review == nullptr || review->lead != case_id || !is_done_for_all(what.name)) return;
  for (const auto& [other, name] : review->called) {
    if (other == case_id) continue;
    auto there = what;
    there.subject = name;
    cases_.at(other).happened.push_back(std::move(there));
  }
}

void AlertOracle::happen(const std::string& case_id, const Happened& what) {
  if (what.name == "review-commissioned") {
    join(case_id, what);
  } else {
    cases_[case_id].happened.push_back(what);
    follow(case_id, what);
  }
  keep_all_beside(case_id);
}

void AlertOracle::correct(const std::string& case_id, const std::string& entry, Day on) {
  for (auto& what : cases_.at(case_id).happened) {
    if (what.entry == entry) what.on = on;
  }
  keep_all_beside(case_id);
}

void AlertOracle::withdraw(const std::string& case_id, const std::string& entry) {
  auto all = beside(case_id);
  all.insert(case_id);
  for (const auto& id : all) {
    std::erase_if(cases_.at(id).happened, [&](const Happened& what) { return what.entry == entry; });
  }
  keep_all_beside(case_id);
}

void AlertOracle::add_holiday(Day day) {
  law_.add_holiday(day);
  for (auto& [id, one] : cases_) {
    if (id.empty()) continue;
    const auto before = one.kept;
    keep(one, arms(id));
    for (const auto& [name, was] : before) {
      auto& is = one.kept[name];
      const bool same = was.live && is.live && was.arm.entry == is.arm.entry;
      is.moved = same && was.arm.due != is.arm.due && !law_.watches().contains(name.substr(0, name.find(':')));
    }
  }
}

/// The newest run of each clock of the rule.
std::vector<AlertOracle::Run> AlertOracle::runs(const Rule& rule, const Case& one) const {
  std::vector<Run> all;
  for (const auto& what : one.happened) {
    const auto subject = rule.per.empty() ? std::string() : what.subject;
    if (rule.stops.contains(what.name) || rule.cancelled_by.contains(what.name)) {
      for (auto& run : all) {
        if (!run.open || !(subject.empty() || run.subject == subject)) continue;
        run.open = false;
        if (rule.stops.contains(what.name)) run.stopped = what.on;
      }
    }
    if (!rule.starts.contains(what.name) || (rule.given && !what.due)) continue;
    auto run = std::ranges::find(all, subject, &Run::subject);
    if (run == all.end()) {
      const bool plain = subject.empty() || (all.empty() && !rule.always_suffixed);
      run = all.insert(all.end(), Run{with(rule.id, plain ? "" : subject), subject});
    }
    run->open = true;
    run->stopped.reset();
    run->entry = what.entry;
    run->on = what.on;
    run->due = what.due ? what.due : law_.counted(rule, what.on, what.anchor.value_or(what.on));
  }
  return all;
}

AlertOracle::Arms AlertOracle::arms(const std::string& case_id) const {
  const auto& one = cases_.at(case_id);
  Arms arms;
  for (const auto& rule : law_.rules()) {
    const auto all = runs(rule, one);
    for (const auto& run : all) {
      if (run.open && run.due) arms[run.name] = {*run.due, run.entry, rule.warnings, rule.once};
    }
    if (rule.id == "review-publish") watch_delay(case_id, all, arms);
  }
  watch_embargoes(case_id, arms);
  watch_plan(one, arms);
  return arms;
}

/// Of those of a case that an embargo hangs on; all of them where it names none.
AlertOracle::Proceedings AlertOracle::proceedings(const Case& one, const std::set<std::string>& hangs_on) {
  std::map<std::string, bool> open;
  std::map<std::string, std::size_t> ended;  // what ended twice counts by its second end
  for (std::size_t i = 0; i < one.happened.size(); ++i) {
    const auto& what = one.happened[i];
    if (!hangs_on.empty() && !hangs_on.contains(what.subject)) continue;
    if (what.name == "proceedings-opened" || what.name == "proceedings-reopened") open[what.subject] = true;
    if (what.name != "proceedings-concluded") continue;
    open[what.subject] = false;
    ended[what.subject] = i;
  }
  Proceedings all{std::ranges::any_of(open, [](const auto& state) { return state.second; })};
  for (const auto& [name, i] : ended) {
    // Of all that ended, what can be appealed against the longest counts.
    const auto& what = one.happened[i];
    const Day over = what.until ? *what.until + days(1) : what.on;
    all.last = std::max(all.last, std::optional(std::pair(std::max(over, known_on(what)), i)));
  }
  return all;
}

void AlertOracle::watch_embargoes(const std::string& case_id, Arms& arms) const {
  const auto& one = cases_.at(case_id);
  std::map<std::string, const Happened*> embargoes;
  for (const auto& what : one.happened) {
    if (what.name == "embargo-placed") embargoes[what.subject] = &what;
    if (what.name == "embargo-lifted") embargoes.erase(what.subject);
  }
  const auto& watch = law_.watches().at("embargo-may-lift");
  for (const auto& [name, placed] : embargoes) {
    const auto own = proceedings(one, placed->hangs_on);
    bool open = own.open;
    std::optional<std::pair<Day, std::string>> last;
    if (own.last) last = std::pair(own.last->first, one.happened[own.last->second].entry);
    // Proceedings that are named are those of its own case. An entry of another case is not told of here.
    for (const auto& other : placed->hangs_on.empty() ? beside(case_id) : std::set<std::string>()) {
      const auto there = proceedings(cases_.at(other), {});
      open = open || there.open;
      if (there.last && (!last || there.last->first > last->first)) {
        last = std::pair(there.last->first, placed->entry);
      }
    }
    if (open || !last) continue;
    // Somebody is asked to lift it once that may be: it is there, all has ended, and both are known here.
    if (known_on(*placed) > last->first) last = std::pair(known_on(*placed), placed->entry);
    arms[with(watch.id, name)] = {last->first, last->second, watch.warnings, watch.once};
  }
}

void AlertOracle::watch_plan(const Case& one, Arms& arms) const {
  const Happened* plan = nullptr;
  for (const auto& what : one.happened) {
    if (what.name == "publication-planned") plan = &what;
  }
  if (plan == nullptr) return;
  int accepted = 0;
  int copy = 0;
  for (const auto& what : one.happened) {
    if (what.subject != plan->subject) continue;
    if (what.name == "report-accepted") accepted = what.version;
    if (what.name == "report-returned") accepted = 0;
    if (what.version > 0 && (what.name == "advance-copy-sent" || what.name == "another-copy-sent")) copy = what.version;
    if (what.name == "report-published" || what.name == "publication-declined") return;
  }
  const auto add = [&](const Rule& watch) {
    arms[with(watch.id, plan->subject)] = {plan->anchor.value(), plan->entry, watch.warnings, watch.once};
  };
  add(law_.watches().at("publication-planned"));
  // A copy that came too late for the day is as good as none.
  const auto copies = runs(*std::ranges::find(law_.rules(), "advance-copy", &Rule::id), one);
  const bool late = std::ranges::any_of(copies, [&](const Run& run) {
    return run.subject == plan->subject && run.stopped && run.due && *run.stopped > *run.due;
  });
  if (late || copy == 0 || (accepted != 0 && copy != accepted)) add(law_.watches().at("publication-without-copy"));
}

bool AlertOracle::is_held_through(const Case& one, Day due) {
  std::map<std::string, Day> holding;  // and until when
  const Day no_end = Day::max();
  for (const auto& what : one.happened) {
    const auto name = what.name.substr(0, what.name.find('-')) + " " + what.subject;
    if (what.name == "proceedings-opened" && what.holds) holding[name] = no_end;
    if (what.name == "proceedings-reopened" || what.name == "embargo-placed") holding[name] = no_end;
    if (what.name == "court-order-recorded") holding[name] = what.until.value_or(no_end);
    if (what.name == "proceedings-concluded" || what.name == "court-order-ended" || what.name == "embargo-lifted")
      holding.erase(name);
  }
  return std::ranges::any_of(holding, [&](const auto& hold) { return hold.second >= due; });
}

/// The newest report of a delay about a review of the case, or about all; what is said before there is a review is kept
/// without the day on which publication is expected.
std::optional<AlertOracle::Delay> AlertOracle::told_delay(const Case& one, const std::string& review, Day since) {
  std::optional<Delay> delay;
  for (const auto& what : one.happened) {
    const bool about = what.subject.empty() || what.subject == review;
    if (what.name != "delay-reported" || !about || what.on < since) continue;
    const auto expected = what.subject.empty() ? (delay ? delay->expected : std::nullopt) : what.due;
    delay = Delay{what.on, expected};
  }
  return delay;
}

void AlertOracle::watch_delay(const std::string& case_id, const std::vector<Run>& publish, Arms& arms) const {
  const auto& one = cases_.at(case_id);
  const auto& watch = law_.watches().at("delay-to-report");
  for (const auto& run : publish) {
    if (!run.open || !run.due) continue;
    const auto* review = shared(case_id, run.subject);
    auto delay = told_delay(one, run.subject, run.on);
    if (review != nullptr && review->lead != case_id) {
      const auto by_lead = told_delay(cases_.at(review->lead), review->called.at(review->lead), run.on);
      if (by_lead && (!delay || by_lead->told > delay->told)) delay = by_lead;
    }
    if (delay && !delay->expected) continue;
    const Day due = delay ? std::max(*run.due, *delay->expected) : *run.due;
    bool held = is_held_through(one, due);
    if (review != nullptr) {
      held = held || std::ranges::any_of(review->called, [&](const auto& covered) {
               return is_held_through(cases_.at(covered.first), due);
             });
    }
    if (held) arms[with(watch.id, run.subject)] = {due, run.entry, watch.warnings, watch.once};
  }
}

/// What is new, began anew or has another day is told of from the beginning.
void AlertOracle::keep(Case& one, const Arms& now) {
  for (auto& [name, kept] : one.kept) kept.live = kept.live && now.contains(name);
  for (const auto& [name, arm] : now) {
    auto& kept = one.kept[name];
    const bool same = kept.live && kept.arm.due == arm.due && kept.arm.entry == arm.entry;
    if (!same) kept.steps.clear();
    kept.arm = arm;
    kept.live = true;
  }
}

/// What holds a case may hold those that are reviewed with it.
void AlertOracle::keep_all_beside(const std::string& case_id) {
  keep(cases_.at(case_id), arms(case_id));
  for (const auto& other : beside(case_id)) keep(cases_.at(other), arms(other));
}

std::string AlertOracle::step(const Arm& arm, Day today) const {
  if (today == arm.due || (today > arm.due && arm.once)) return "due";
  if (today < arm.due) {
    // Beyond the holidays no working day is counted back from.
    if (!law_.known(arm.due)) return {};
    std::string nearest;
    for (const auto warning : arm.warnings) {
      if (law_.up_to(arm.due) - law_.up_to(today) <= warning) nearest = fmt::format("before-{}", warning);
    }
    return nearest;
  }
  const int late = law_.up_to(today) - law_.up_to(arm.due);
  if (late < law_.ladder().chase) return "overdue";
  if (late < law_.ladder().escalate) return "chase";
  const int times = (late - law_.ladder().escalate) / law_.ladder().again;
  return times == 0 ? "escalate" : fmt::format("again-{}", times);
}

/// The holidays are kept as a case without a name.
void AlertOracle::watch_holidays(Day today) {
  Arms ends;
  for (const auto months : law_.calendar_ends()) {
    const auto day = months_on(law_.last(), -months);
    if (day <= today) ends.clear();
    ends[fmt::format("calendar-ends:{}", months)] = {day, "", {}, true};
  }
  keep(cases_[""], ends);
}

std::vector<std::string> AlertOracle::told(Day today, const std::string& case_id) {
  std::vector<std::string> all;
  const auto tell = [&](const std::string& id) {
    for (auto& [name, kept] : cases_[id].kept) {
      const auto now = kept.live ? step(kept.arm, today) : std::string();
      if (kept.live && std::exchange(kept.moved, false)) {
        kept.steps.insert(now);
        all.push_back(fmt::format("{} {} moved", id, name));
        continue;
      }
      if (!now.empty() && kept.steps.insert(now).second) all.push_back(fmt::format("{} {} {}", id, name, now));
    }
  };
  if (!case_id.empty()) {
    tell(case_id);
    for (const auto& other : beside(case_id)) tell(other);
  } else {
    watch_holidays(today);
    for (const auto& [id, one] : cases_) tell(id);
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace review::test

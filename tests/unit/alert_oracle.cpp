#include "tests/unit/alert_oracle.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <utility>

namespace review::test {
namespace {

using std::chrono::days;
using std::chrono::March;
using std::chrono::October;
using std::chrono::Sunday;

Day day_of(const toml::node* node) {
  const auto date = node->value<toml::date>().value();
  return std::chrono::year(date.year) / date.month / date.day;
}

std::set<std::string> names_of(const toml::table& table, std::string_view key) {
  std::set<std::string> names;
  if (const auto* list = table[key].as_array()) {
    for (const auto& one : *list) names.insert(one.value<std::string>().value());
  }
  return names;
}

std::vector<int> numbers_of(const toml::table& table, std::string_view key) {
  std::vector<int> numbers;
  if (const auto* list = table[key].as_array()) {
    for (const auto& one : *list) numbers.push_back(one.value<int>().value());
  }
  return numbers;
}

/// The same day of another month, or its last where there is no such day.
Day months_on(Day from, int months) {
  const std::chrono::year_month_day date(from);
  const auto month = date.year() / date.month() + std::chrono::months(months);
  const auto same = month / date.day();
  return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

std::string with(std::string_view name, const std::string& subject) {
  return subject.empty() ? std::string(name) : fmt::format("{}:{}", name, subject);
}

}  // namespace

AlertOracle::AlertOracle(const std::string& folder, Day last) : last_(last) {
  read_holidays(folder + "/bank-holidays/england-and-wales.toml");
  read_rules(folder + "/england");
  number_the_days();
}

void AlertOracle::read_holidays(const std::string& file) {
  const auto table = toml::parse_file(file);
  first_ = day_of(table["first"].node());
  for (const auto& one : *table["holidays"].as_array()) holidays_.insert(day_of(one.as_table()->get("date")));
}

void AlertOracle::read_rules(const std::string& folder) {
  const auto version_of = [](const toml::table& table) {
    return Version{day_of(table.get("from")), table["length"].value_or(0), table["unit"].value_or(std::string()),
                   table["counting"].value_or(std::string()) == "same-day", table["back"].value_or(false)};
  };
  const auto partnership = toml::parse_file(folder + "/partnership.toml");
  chase_ = partnership["chase-after"].value<int>().value();
  escalate_ = partnership["escalate-after"].value<int>().value();
  again_ = partnership["again-every"].value<int>().value();
  const auto clocks = toml::parse_file(folder + "/clocks.toml");
  for (const auto& one : *clocks["clock"].as_array()) {
    const auto& table = *one.as_table();
    if (table["record"].value_or(std::string()) != "case") continue;
    Rule rule{table["id"].value<std::string>().value(),
              names_of(table, "starts"),
              names_of(table, "stops"),
              names_of(table, "cancelled-by"),
              table["per"].value_or(std::string()),
              table["always-suffixed"].value_or(false),
              table["given"].value_or(false),
              table["minimum"].value_or(false),
              numbers_of(table, "warnings"),
              {}};
    if (const auto* versions = table["version"].as_array()) {
      for (const auto& version : *versions) rule.versions.push_back(version_of(*version.as_table()));
    } else {
      for (const auto& local : *partnership["local"].as_array()) {
        const auto& given = *local.as_table();
        if (given["clock"].value_or(std::string()) == rule.id) rule.versions.push_back(version_of(given));
      }
    }
    rules_.push_back(std::move(rule));
  }
  const auto alerts = toml::parse_file(folder + "/alerts.toml");
  calendar_ends_ = numbers_of(alerts, "calendar-ends");
  for (const auto& one : *alerts["watch"].as_array()) {
    const auto& table = *one.as_table();
    Rule rule;
    rule.id = table["id"].value<std::string>().value();
    rule.once = table["once"].value_or(false);
    rule.warnings = numbers_of(table, "warnings");
    watches_[rule.id] = rule;
  }
}

void AlertOracle::number_the_days() {
  working_.clear();
  int number = 0;
  for (Day day = first_; day <= last_; day += days(1)) {
    const std::chrono::weekday weekday(day);
    const bool weekend = weekday == Sunday || weekday == std::chrono::Saturday;
    if (!weekend && !holidays_.contains(day)) ++number;
    working_.push_back(number);
  }
}

int AlertOracle::up_to(Day day) const { return working_.at(static_cast<std::size_t>((day - first_).count())); }

Day AlertOracle::london_day(std::chrono::sys_seconds time) {
  const std::chrono::year_month_day date(std::chrono::floor<days>(time));
  const auto change = [&](std::chrono::month month) { return Day(date.year() / month / Sunday[std::chrono::last]); };
  const bool summer = time >= change(March) + std::chrono::hours(1) && time < change(October) + std::chrono::hours(1);
  return std::chrono::floor<days>(time + std::chrono::hours(summer ? 1 : 0));
}

void AlertOracle::happen(const std::string& case_id, Happened what) {
  auto& one = cases_[case_id];
  // The decision on a review has no name to go by until the review has one.
  if (what.name == "review-commissioned") {
    for (auto& before : one.happened) {
      if (before.name == "publishable-review-decided") before.subject = what.subject;
    }
  }
  one.happened.push_back(std::move(what));
  keep(one, arms(one));
}

void AlertOracle::correct(const std::string& case_id, const std::string& entry, Day on) {
  auto& one = cases_.at(case_id);
  for (auto& what : one.happened) {
    if (what.entry == entry) what.on = on;
  }
  keep(one, arms(one));
}

void AlertOracle::withdraw(const std::string& case_id, const std::string& entry) {
  auto& one = cases_.at(case_id);
  std::erase_if(one.happened, [&](const Happened& what) { return what.entry == entry; });
  keep(one, arms(one));
}

void AlertOracle::add_holiday(Day day) {
  holidays_.insert(day);
  number_the_days();
  for (auto& [id, one] : cases_) {
    if (id.empty()) continue;
    const auto before = one.kept;
    keep(one, arms(one));
    for (const auto& [name, was] : before) {
      auto& is = one.kept[name];
      const bool same = was.live && is.live && was.arm.entry == is.arm.entry;
      is.moved = same && was.arm.due != is.arm.due && !watches_.contains(name.substr(0, name.find(':')));
    }
  }
}

std::optional<Day> AlertOracle::counted(const Rule& rule, Day on, Day from) const {
  const Version* version = nullptr;
  for (const auto& one : rule.versions) {
    if (one.from <= on && (version == nullptr || one.from > version->from)) version = &one;
  }
  if (version == nullptr || !known(from)) return std::nullopt;
  const int length = version->back ? -version->length : version->length;
  if (version->unit == "months" || version->unit == "calendar-days") {
    const auto due = version->unit == "months" ? months_on(from, length) : from + days(length);
    return known(due) ? std::optional(due) : std::nullopt;
  }
  const int step = length < 0 ? -1 : 1;
  int left = length * step;
  Day due = from;
  if (version->same_day && left > 0 && up_to(due) != up_to(due - days(1))) --left;
  while (left > 0) {
    due += days(step);
    if (!known(due)) return std::nullopt;
    if (up_to(due) != up_to(due - days(1))) --left;
  }
  return due;
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
    run->due = what.due ? what.due : counted(rule, what.on, what.anchor.value_or(what.on));
  }
  return all;
}

AlertOracle::Arms AlertOracle::arms(const Case& one) const {
  Arms arms;
  for (const auto& rule : rules_) {
    const auto all = runs(rule, one);
    for (const auto& run : all) {
      if (run.open && run.due) arms[run.name] = {*run.due, run.entry, rule.warnings, rule.once};
    }
    if (rule.id == "review-publish") watch_delay(one, all, arms);
  }
  watch_embargoes(one, arms);
  watch_plan(one, arms);
  return arms;
}

void AlertOracle::watch_embargoes(const Case& one, Arms& arms) const {
  std::map<std::string, bool> open;
  std::map<std::string, std::size_t> embargoes;  // which happening placed it
  for (std::size_t i = 0; i < one.happened.size(); ++i) {
    const auto& what = one.happened[i];
    if (what.name == "proceedings-opened" || what.name == "proceedings-reopened") open[what.subject] = true;
    if (what.name == "proceedings-concluded") open[what.subject] = false;
    if (what.name == "embargo-placed") embargoes[what.subject] = i;
    if (what.name == "embargo-lifted") embargoes.erase(what.subject);
  }
  const auto& watch = watches_.at("embargo-may-lift");
  const auto known_on = [](const Happened& what) { return what.known.value_or(what.on); };
  for (const auto& [name, placed] : embargoes) {
    const auto& hangs_on = one.happened[placed].hangs_on;
    const auto meant = [&](const std::string& proceedings) {
      return hangs_on.empty() || hangs_on.contains(proceedings);
    };
    if (std::ranges::any_of(open, [&](const auto& state) { return meant(state.first) && state.second; })) continue;
    // What ended twice counts by its second end; of all that ended, what can be appealed against the longest counts.
    std::map<std::string, std::size_t> ended;
    for (std::size_t i = 0; i < one.happened.size(); ++i) {
      const auto& what = one.happened[i];
      if (what.name == "proceedings-concluded" && meant(what.subject)) ended[what.subject] = i;
    }
    std::optional<std::pair<Day, std::size_t>> last;
    for (const auto& [proceedings, i] : ended) {
      const auto& what = one.happened[i];
      last = std::max(
          last, std::optional(std::pair(std::max(what.until ? *what.until + days(1) : what.on, known_on(what)), i)));
    }
    // Somebody is asked to lift it once that may be: it is there, all has ended, and both are known here.
    if (last && known_on(one.happened[placed]) > last->first) last = std::pair(known_on(one.happened[placed]), placed);
    if (last) {
      arms[with(watch.id, name)] = {last->first, one.happened[last->second].entry, watch.warnings, watch.once};
    }
  }
}

void AlertOracle::watch_plan(const Case& one, Arms& arms) const {
  const Happened* plan = nullptr;
  int accepted = 0;
  int copy = 0;
  for (const auto& what : one.happened) {
    if (what.name == "publication-planned") plan = &what;
    if (what.name == "report-accepted") accepted = what.version;
    if (what.name == "report-returned") accepted = 0;
    if (what.version > 0 && (what.name == "advance-copy-sent" || what.name == "another-copy-sent")) copy = what.version;
    if (what.name == "report-published" || what.name == "publication-declined") return;
  }
  if (plan == nullptr) return;
  const auto add = [&](const Rule& watch) {
    arms[with(watch.id, plan->subject)] = {plan->anchor.value(), plan->entry, watch.warnings, watch.once};
  };
  add(watches_.at("publication-planned"));
  // A copy that came too late for the day is as good as none.
  const auto copies = runs(*std::ranges::find(rules_, "advance-copy", &Rule::id), one);
  const bool late = std::ranges::any_of(copies, [&](const Run& run) {
    return run.subject == plan->subject && run.stopped && run.due && *run.stopped > *run.due;
  });
  if (late || copy == 0 || (accepted != 0 && copy != accepted)) add(watches_.at("publication-without-copy"));
}

void AlertOracle::watch_delay(const Case& one, const std::vector<Run>& publish, Arms& arms) const {
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
  const auto& watch = watches_.at("delay-to-report");
  for (const auto& run : publish) {
    if (!run.open || !run.due) continue;
    bool reported = false;
    std::optional<Day> expected;  // what is said before there is a review is kept with none
    for (const auto& what : one.happened) {
      const bool about = what.subject.empty() || what.subject == run.subject;
      if (what.name != "delay-reported" || !about || what.on < run.on) continue;
      reported = true;
      if (!what.subject.empty()) expected = what.due;
    }
    if (reported && !expected) continue;
    const Day due = std::max(*run.due, expected.value_or(*run.due));
    if (std::ranges::any_of(holding, [&](const auto& one_of) { return one_of.second >= due; }))
      arms[with(watch.id, run.subject)] = {due, run.entry, watch.warnings, watch.once};
  }
}

/// What is new, began anew or has another day is told of from the beginning.
void AlertOracle::keep(Case& one, const Arms& arms) {
  for (auto& [name, kept] : one.kept) kept.live = kept.live && arms.contains(name);
  for (const auto& [name, arm] : arms) {
    auto& kept = one.kept[name];
    const bool same = kept.live && kept.arm.due == arm.due && kept.arm.entry == arm.entry;
    if (!same) kept.steps.clear();
    kept.arm = arm;
    kept.live = true;
  }
}

std::string AlertOracle::step(const Arm& arm, Day today) const {
  if (today == arm.due || (today > arm.due && arm.once)) return "due";
  if (today < arm.due) {
    // Beyond the holidays no working day is counted back from.
    if (!known(arm.due)) return {};
    std::string nearest;
    for (const auto warning : arm.warnings) {
      if (up_to(arm.due) - up_to(today) <= warning) nearest = fmt::format("before-{}", warning);
    }
    return nearest;
  }
  const int late = up_to(today) - up_to(arm.due);
  if (late < chase_) return "overdue";
  if (late < escalate_) return "chase";
  const int times = (late - escalate_) / again_;
  return times == 0 ? "escalate" : fmt::format("again-{}", times);
}

std::vector<std::string> AlertOracle::told(Day today, const std::string& case_id) {
  std::vector<std::string> all;
  const auto tell = [&](const std::string& id, Case& one) {
    for (auto& [name, kept] : one.kept) {
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
    tell(case_id, cases_[case_id]);
  } else {
    auto& holidays = cases_[""];
    Arms ends;
    for (const auto months : calendar_ends_) {
      const auto day = months_on(last_, -months);
      if (day <= today) ends.clear();
      ends[fmt::format("calendar-ends:{}", months)] = {day, "", {}, true};
    }
    keep(holidays, ends);
    for (auto& [id, one] : cases_) tell(id, one);
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace review::test

#include "libreview/story/check_expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/record/fold.hpp"
#include "libreview/story/check_fields.hpp"
#include "libreview/story/check_figure.hpp"
#include "libreview/story/check_plan.hpp"
#include "libreview/story/check_proceedings.hpp"
#include "libreview/story/clock_details.hpp"
#include "libreview/story/words.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

std::string in_words(const std::string& day) {
  const auto date = Date::parse(day);
  return date ? date->words() : day.empty() ? std::string("no day") : day;
}

const v1::Clock* find_clock(const std::vector<v1::Clock>& clocks, const std::string& id) {
  const auto found =
      std::find_if(clocks.begin(), clocks.end(), [&](const v1::Clock& one) { return one.clock() == id; });
  return found == clocks.end() ? nullptr : &*found;
}

std::string state_of(const v1::Clock* clock) {
  return clock == nullptr ? "NOT_STARTED" : short_name_of(clock->state(), v1::ClockState_descriptor());
}

/// Why a detail does not hold; empty where it does.
std::string differs(const ClockDetail& detail, const std::string& expected, const v1::Clock& clock) {
  const std::string found = detail.found(clock);
  const bool holds = detail.written == Written::text ? found.find(expected) != std::string::npos : found == expected;
  if (holds) return {};
  return fmt::format("{} is {}", detail.word, detail.written == Written::day ? in_words(found) : found);
}

std::string check_clock(const Expectation& expected, const std::vector<v1::Clock>& clocks) {
  const auto* clock = find_clock(clocks, expected.name);
  std::string wrong;
  const auto add = [&](const std::string& what) {
    if (!what.empty()) wrong += (wrong.empty() ? "" : "; ") + what;
  };
  if (state_of(clock) != expected.details.at("state")) add("it is " + choice_word(state_of(clock)));
  if (clock == nullptr) return wrong;
  for (const auto& detail : clock_details()) {
    const auto asked = expected.details.find(std::string(detail.word));
    if (asked != expected.details.end()) add(differs(detail, asked->second, *clock));
  }
  if (!wrong.empty()) add(clock->says());
  return wrong;
}

std::string check_overdue(const Expectation& expected, const std::vector<v1::Clock>& clocks) {
  std::set<std::string> overdue;
  for (const auto& clock : clocks) {
    if (clock.state() == v1::CLOCK_STATE_OVERDUE) overdue.insert(clock.clock());
  }
  const std::set<std::string> asked(expected.names.begin(), expected.names.end());
  return overdue == asked
             ? std::string()
             : fmt::format("overdue: {}", overdue.empty() ? "nothing" : fmt::to_string(fmt::join(overdue, " ")));
}

std::string check_held(const Expectation& expected, const v1::Case& found, const Cast& cast) {
  std::string names;
  for (const auto& hold : found.holds()) {
    const std::string whole = hold.case_().empty() ? hold.name() : hold.case_() + "/" + hold.name();
    const auto slash = expected.name.find('/');
    const std::string asked = slash == std::string::npos
                                  ? expected.name
                                  : cast.case_of(expected.name.substr(0, slash)) + expected.name.substr(slash);
    if (expected.subject == Subject::held_by && whole == asked) return {};
    names += (names.empty() ? "" : ", ") + whole;
  }
  if (expected.subject == Subject::not_held && names.empty()) return {};
  return names.empty() ? std::string("nothing holds it") : "held by " + names;
}

std::string check_irregularity(const Expectation& expected, const v1::Case& found) {
  std::string codes;
  for (const auto& one : found.irregularities()) {
    if (expected.subject == Subject::irregularity && one.code() == expected.name) return {};
    codes += (codes.empty() ? "" : ", ") + one.code();
  }
  if (expected.subject == Subject::no_irregularity && codes.empty()) return {};
  return codes.empty() ? std::string("there is none") : "there is " + codes;
}

std::string check_next(const Expectation& expected, const v1::Case& found) {
  const auto& kind = *find_kind(expected.name);
  const bool wanted = expected.subject == Subject::next;
  for (const auto& next : found.next_entries()) {
    if (next.kind() != kind.json) continue;
    if (next.why().empty() == wanted) return {};
    return wanted ? next.why() : std::string("it may come next");
  }
  return wanted ? std::string("it is not listed") : std::string();
}

std::string check_area(const Expectation& expected, const v1::Case& found) {
  std::string all;
  for (const auto& area : found.areas()) {
    const std::string role = choice_word(short_name_of(area.role(), v1::AreaRole_descriptor()));
    const bool leads = area.leads() == expected.details.contains("leads");
    if (area.area() == expected.name && role == expected.details.at("role") && leads) return {};
    all += fmt::format("{}{} {}{}", all.empty() ? "" : ", ", area.area(), role, area.leads() ? " leads" : "");
  }
  return all.empty() ? std::string("there is no other area") : all;
}

/// The outcome of a decision; the kind of entry where it has none.
std::string outcome_of(const v1::Decision& decision) {
  if (decision.has_outcome()) return choice_word(short_name_of(decision.outcome(), v1::Outcome_descriptor()));
  if (decision.has_referral()) return choice_word(short_name_of(decision.referral(), v1::ReferralOutcome_descriptor()));
  if (decision.has_notification()) {
    return choice_word(short_name_of(decision.notification(), v1::NotificationDecision_descriptor()));
  }
  return decision.kind();
}

std::string check_decision(const Expectation& expected, const v1::Case& found) {
  if (!found.has_decision()) return "nothing is decided";
  std::vector<std::string> newest_first = {outcome_of(found.decision())};
  const auto& earlier = found.decision().earlier();
  for (int i = earlier.size(); i > 0; --i) newest_first.push_back(outcome_of(earlier[i - 1]));
  const bool holds = newest_first.size() >= expected.names.size() &&
                     std::equal(expected.names.begin(), expected.names.end(), newest_first.begin());
  return holds ? std::string() : fmt::format("decided, newest first: {}", fmt::join(newest_first, ", "));
}

std::string check_timetable(const Expectation& expected, const v1::Timetable& table) {
  for (const auto& step : table.steps()) {
    if (step.step() != expected.name) continue;
    std::string wrong;
    if (expected.details.at("due") != step.due_on()) wrong = "it is to be done by " + in_words(step.due_on());
    if (const auto done = expected.details.find("done"); done != expected.details.end()) {
      if (done->second != step.done_on()) wrong += "; done on " + in_words(step.done_on());
    }
    if (expected.details.contains("moved") && !step.moved()) wrong += "; it was not moved";
    if (expected.details.contains("after-national-date") != step.after_national_date()) {
      wrong += step.after_national_date() ? "; it lies after the national date"
                                          : "; it does not lie after the national date";
    }
    return wrong;
  }
  return table.why().empty() ? std::string("the timetable has no such step") : table.why();
}

std::string check_entry(const Expectation& expected, const std::vector<v1::Entry>& entries, const std::string& id) {
  for (const auto& entry : entries) {
    if (entry.entry() != id) continue;
    const std::string how = entry.hidden()             ? "hidden"
                            : entry.has_withdrawn_by() ? "withdrawn"
                            : entry.has_corrected_by() ? "corrected"
                                                       : "plain";
    return how == expected.details.at("how") ? std::string() : "it is " + how;
  }
  return "there is no such entry";
}

/// Whether a finding is one of those that are asked about.
bool is_asked(const Expectation& expected, const v1::FindingFile& finding) {
  const auto asked = [&](const char* name) {
    const auto found = expected.details.find(name);
    return found == expected.details.end() ? std::string() : found->second;
  };
  const auto theme = asked("theme");
  const auto source = asked("source");
  const auto bearing = asked("bearing");
  const auto& themes = finding.themes();
  const auto& bears = finding.bears_on();
  return (theme.empty() || std::find(themes.begin(), themes.end(), theme) != themes.end()) &&
         (source.empty() || short_name_of(finding.source(), v1::AssuranceSource_descriptor()) == source) &&
         (bearing.empty() || std::any_of(bears.begin(), bears.end(), [&](const v1::BearingFile& one) {
            return short_name_of(one.bearing(), v1::Bearing_descriptor()) == bearing;
          }));
}

/// Over all cases, as a reader counts them who has their entries.
std::string check_findings(const Expectation& expected, World& world, const Cast& cast, std::optional<Date> as_at) {
  int count = 0;
  for (const auto& case_id : cast.cases()) {
    const auto entries = world.entries(case_id, as_at);
    if (!entries) return entries.error().says;
    const auto file = fold(*entries);
    for (const auto& finding : file.findings()) count += is_asked(expected, finding) ? 1 : 0;
  }
  return std::to_string(count) == expected.name ? std::string() : fmt::format("there are {}", count);
}

std::string check_alert(const Expectation& expected, const std::map<std::string, std::string>& told) {
  const auto found = told.find(expected.name);
  if (expected.subject == Subject::no_alert) return found == told.end() ? "" : "it is told: " + found->second;
  if (found == told.end()) return "nothing is told of it";
  return found->second == expected.details.at("step") ? "" : "it is told: " + found->second;
}

std::string check_case(const Expectation& expected, const v1::Case& found, const Cast& cast) {
  switch (expected.subject) {
    case Subject::stage: {
      const auto stage = choice_word(short_name_of(found.stage(), v1::Stage_descriptor()));
      return stage == expected.name ? std::string() : "it is " + stage;
    }
    case Subject::panel_view: {
      const auto view = choice_word(short_name_of(found.panel_view().view(), v1::PanelView_descriptor()));
      return view == expected.name ? std::string() : view.empty() ? "it has not answered" : "it is " + view;
    }
    case Subject::version:
      return std::to_string(found.version()) == expected.name ? std::string()
                                                              : fmt::format("it is {}", found.version());
    case Subject::held_by:
    case Subject::not_held:
      return check_held(expected, found, cast);
    case Subject::irregularity:
    case Subject::no_irregularity:
      return check_irregularity(expected, found);
    case Subject::next:
    case Subject::not_next:
      return check_next(expected, found);
    case Subject::child:
    case Subject::action:
    case Subject::recommendation:
    case Subject::product:
      return check_fields(expected, found);
    case Subject::answer:
      return check_answer(expected, found);
    case Subject::slips:
      return check_slips(expected, found);
    case Subject::warning:
    case Subject::no_warning:
      return check_warning(expected, found);
    case Subject::finding:
      return check_finding(expected, found);
    case Subject::authority:
      return found.local_authority() == expected.name ? std::string() : "it is " + found.local_authority();
    case Subject::area:
      return check_area(expected, found);
    default:
      return check_decision(expected, found);
  }
}

}  // namespace

std::string check_expectation(const Expectation& expected, World& world, const Cast& cast, const StoryRules& rules,
                              std::optional<Date> as_at, Date today) {
  const std::string case_id = cast.case_of(expected.letter);
  if (case_id.empty() && expected.subject != Subject::no_case) return "there is no case " + expected.letter + " yet";
  switch (expected.subject) {
    case Subject::no_case: {
      if (case_id.empty()) return {};
      const auto found = world.show(case_id, as_at);
      return found ? std::string("there is one") : found.error().code == Code::not_found ? "" : found.error().says;
    }
    case Subject::clock:
    case Subject::no_clock:
    case Subject::overdue:
    case Subject::nothing_overdue: {
      const auto clocks = world.clocks(case_id, as_at);
      if (!clocks) return clocks.error().says;
      if (expected.subject == Subject::clock) return check_clock(expected, *clocks);
      if (expected.subject != Subject::no_clock) return check_overdue(expected, *clocks);
      const auto* clock = find_clock(*clocks, expected.name);
      return clock == nullptr ? std::string() : clock->says();
    }
    case Subject::alert:
    case Subject::no_alert: {
      const auto told = world.alerts(case_id);
      return told ? check_alert(expected, *told) : told.error().says;
    }
    case Subject::findings:
      return check_findings(expected, world, cast, as_at);
    case Subject::figure:
      return check_figure(expected, world, cast, rules, as_at, today);
    case Subject::plan:
    case Subject::objective:
      return check_plan(expected, world, case_id, as_at, today);
    case Subject::timetable: {
      const auto table = world.timetable(case_id);
      return table ? check_timetable(expected, *table) : table.error().says;
    }
    case Subject::entry: {
      const auto entries = world.entries(case_id, as_at);
      return entries ? check_entry(expected, *entries, cast.entry_of(expected.name)) : entries.error().says;
    }
    default: {
      const auto found = world.show(case_id, as_at);
      return found ? check_case(expected, *found, cast) : found.error().says;
    }
  }
}

}  // namespace review

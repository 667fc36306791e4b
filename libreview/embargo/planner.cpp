#include "libreview/embargo/planner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "libreview/calendar/counting.hpp"
#include "libreview/record/days.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// The day in another year; 28 February for the 29th where there is none.
Date in_year(Date day, int year) {
  const std::chrono::year_month_day wanted =
      std::chrono::year(year) / static_cast<int>(day.month()) / static_cast<int>(day.day());
  return Date{wanted.ok() ? wanted : std::chrono::year(year) / 2 / 28};
}

/// `the same day`, `1 day before`, `3 days after`: where `day` stands as seen from the planned one.
std::string seen_from(Date planned, Date day) {
  const int days = planned.days_until(day);
  if (days == 0) return "on the planned day";
  return fmt::format("{} {} {} the planned day", std::abs(days), std::abs(days) == 1 ? "day" : "days",
                     days < 0 ? "before" : "after");
}

std::string what_day(const DayOfLife& life, Date comes) {
  const std::string who = life.who.empty() ? "the child" : life.who;
  const int years = comes.year() - life.day.year();
  switch (life.sort) {
    case DayOfLife::Sort::birth:
      return fmt::format("The birthday of {}", who);
    case DayOfLife::Sort::death:
      return years == 0 ? fmt::format("The day that {} died", who)
                        : fmt::format("{} {} since {} died", years, years == 1 ? "year" : "years", who);
    default:
      return years == 0 ? std::string("The day of the incident")
                        : fmt::format("{} {} since the incident", years, years == 1 ? "year" : "years");
  }
}

void add_lives(std::vector<PlanWarning>& all, const PlanFacts& facts, int near) {
  for (const auto& life : facts.lives) {
    for (const int year : {facts.on.year() - 1, facts.on.year(), facts.on.year() + 1}) {
      if (year < life.day.year()) continue;
      const Date comes = in_year(life.day, year);
      if (std::abs(facts.on.days_until(comes)) > near) continue;
      all.push_back(
          {.kind = life.sort == DayOfLife::Sort::birth ? "BIRTHDAY" : "ANNIVERSARY",
           .on = comes,
           .same_day = comes == facts.on,
           .says = fmt::format("{} is {}: {}.", what_day(life, comes), seen_from(facts.on, comes), comes.words())});
    }
  }
}

void add_hearings(std::vector<PlanWarning>& all, const PlanFacts& facts, int near) {
  for (const auto& one : facts.listed) {
    if (std::abs(facts.on.days_until(one.day)) > near) continue;
    all.push_back(
        {.kind = "HEARING",
         .on = one.day,
         .same_day = one.day == facts.on,
         .says = fmt::format("{}: a day is listed {}, {}.", one.what, seen_from(facts.on, one.day), one.day.words())});
  }
}

/// The day itself where nobody works on it, and the last working day before more than a weekend off.
void add_days_off(std::vector<PlanWarning>& all, Date on, const Calendar& calendar) {
  if (!calendar.covers(on)) return;
  if (!calendar.working(on)) {
    all.push_back(
        {.kind = "NOT_A_WORKING_DAY",
         .on = on,
         .same_day = true,
         .says = fmt::format("{} is no working day: {}. Nobody is there to answer.", on.words(), calendar.why(on))});
    return;
  }
  bool holiday = false;
  Date day = on.plus_days(1);
  for (; calendar.covers(day) && !calendar.working(day); day = day.plus_days(1)) {
    const auto weekday = day.weekday();
    holiday = holiday || (weekday != std::chrono::Saturday && weekday != std::chrono::Sunday);
  }
  if (on.weekday() == std::chrono::Friday && !holiday) {
    all.push_back({.kind = "BEFORE_DAYS_OFF",
                   .on = on,
                   .same_day = true,
                   .says = "This is a Friday: whoever reads it waits until Monday to ask somebody."});
  } else if (holiday) {
    all.push_back(
        {.kind = "BEFORE_DAYS_OFF",
         .on = on,
         .same_day = true,
         .says = fmt::format("This is the last working day before a holiday. The next one is {}.", day.words())});
  }
}

/// What leaves no choice: the day is over, or something holds publication on it.
std::vector<PlanWarning> forbidding(const PlanFacts& facts) {
  std::vector<PlanWarning> all;
  const auto add = [&](std::string kind, std::string says) {
    all.push_back({.kind = std::move(kind), .on = facts.on, .same_day = true, .says = std::move(says)});
  };
  if (facts.past) add("PAST", fmt::format("{} is past. Plan another day.", facts.on.words()));
  for (const auto& hold : facts.holds) add("HOLD", hold);
  return all;
}

template <class Event>
void add_event(std::vector<PlanWarning>& all, const Event& event, Date from, Date to, Date on) {
  if (on < from || to < on) return;
  const auto days = from == to ? from.words() : fmt::format("{} to {}", from.words(), to.words());
  all.push_back({.kind = "EVENT",
                 .on = from,
                 .same_day = true,
                 .says = fmt::format("{}: {}.{}{}", event.title, days, event.note.empty() ? "" : " ", event.note),
                 .cites = event.cites,
                 .grade = event.grade});
}

void add_events(std::vector<PlanWarning>& all, Date on, const RuleBook& law, const Calendar& calendar) {
  const auto& rules = law.publication();
  for (const auto& event : rules.events) add_event(all, event, event.from, event.to, on);
  for (const auto& event : law.partnership().events) add_event(all, event, event.from, event.to, on);
  for (const auto& event : rules.yearly) {
    const auto days = days_of(event, on.year(), calendar);
    if (days) add_event(all, event, days->from, days->to, on);
  }
}

}  // namespace

Result<EventDays> days_of(const YearlyEvent& event, int year, const Calendar& calendar) {
  const auto first = std::chrono::year(year) / static_cast<int>(event.month) / event.weekday[event.nth];
  const Date day{std::chrono::sys_days(first)};
  const auto back = count(day, -event.working_days_before, Unit::working_days, Counting::day_after, calendar);
  if (!back) return refuse(back.error());
  return EventDays{back->due, day};
}

std::vector<PlanWarning> plan_warnings(const PlanFacts& facts, const RuleBook& law, const Calendar& calendar) {
  const int near = law.publication().near;
  std::vector<PlanWarning> all;
  const auto add_part = [&](auto add) {
    std::vector<PlanWarning> part;
    add(part);
    std::ranges::stable_sort(part, {}, &PlanWarning::on);
    all.insert(all.end(), part.begin(), part.end());
  };
  add_part([&](auto& part) { add_lives(part, facts, near); });
  add_part([&](auto& part) { add_hearings(part, facts, near); });
  add_part([&](auto& part) { add_days_off(part, facts.on, calendar); });
  add_part([&](auto& part) { add_events(part, facts.on, law, calendar); });
  // Birthdays before anniversaries.
  std::ranges::stable_partition(all, [](const PlanWarning& one) { return one.kind == "BIRTHDAY"; });
  auto first = forbidding(facts);
  first.insert(first.end(), all.begin(), all.end());
  return first;
}

std::vector<DayOfLife> deaths_in(const v1::CaseFile& file) {
  std::vector<DayOfLife> days;
  for (const auto& child : file.children()) {
    if (const auto died = whole_day(child.died_on())) {
      days.push_back({DayOfLife::Sort::death, child.pseudonym(), *died});
    }
  }
  return days;
}

std::vector<ListedDay> listed_days(const v1::CaseFile& file) {
  std::vector<ListedDay> days;
  for (const auto& one : file.proceedings()) {
    if (!one.open()) continue;
    const auto* kind = v1::ProceedingsKind_descriptor()->FindValueByNumber(one.kind());
    const std::string what = kind == nullptr || kind->number() == 0 ? "Proceedings" : choice_label(*kind);
    for (const auto& step : one.steps()) {
      const auto listed = whole_day(step.listed_on());
      if (listed && step.took_place_on().empty()) {
        days.push_back({what, *listed});
      }
    }
  }
  return days;
}

}  // namespace review

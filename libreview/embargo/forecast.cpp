#include "libreview/embargo/forecast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "libreview/calendar/beyond.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/embargo/dependencies.hpp"
#include "libreview/law/england.hpp"
#include "libreview/record/advance_copy.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"

namespace review {
namespace {

constexpr std::string_view copy_clock = "advance-copy";

/// The day by which the copy goes out for publication on a day, by the law that is in force on that day.
Result<Date> copy_due(Date published, const RuleBook& law, const Calendar& calendar) {
  const auto* rule = law.clock(copy_clock);
  const auto* version = rule == nullptr ? nullptr : law.version(*rule, published);
  if (version == nullptr) {
    return refuse(Code::beyond_calendar,
                  fmt::format("No rule for the advance copy is in force on {}.", published.words()));
  }
  const auto counted = count(published, -version->length, version->unit, version->counting, calendar);
  if (!counted) return refuse(counted.error());
  return counted->due;
}

/// The first working day that is not before `from`.
Result<Date> working_from(Date from, const Calendar& calendar) {
  for (auto day = from; calendar.covers(day); day = day.plus_days(1)) {
    if (calendar.working(day)) return day;
  }
  return refuse(beyond("A working day for publication", from, calendar));
}

/// The first working day for which a copy that goes out on `copy` or later is in time.
Result<Date> published_after(Date copy, const RuleBook& law, const Calendar& calendar) {
  auto day = working_from(copy, calendar);
  while (day) {
    const auto due = copy_due(*day, law, calendar);
    if (!due) return refuse(due.error());
    if (*due >= copy) return day;
    day = working_from(day->plus_days(1), calendar);
  }
  return day;
}

/// A copy that is with everybody already, and is good for what is to be published.
std::optional<Date> copy_sent(const v1::ReviewFile& review) {
  return has_good_copy(review) ? whole_day(review.copy_sent_on()) : std::nullopt;
}

/// The last day on which anything stands in the way; nothing where there is nothing.
std::optional<Date> last_day_of(const std::vector<Dependency>& all) {
  std::optional<Date> last;
  for (const auto& one : all) {
    if (one.day && (!last || *one.day > *last)) last = one.day;
  }
  return last;
}

/// The first day on which nothing stands in the way: after the last day of what is awaited, and not before today.
Date free_from(const std::vector<Dependency>& all, Date today) {
  const auto last = last_day_of(all);
  return last && *last >= today ? last->plus_days(1) : today;
}

void put_day(Forecast& made, const v1::ReviewFile& review, const RuleBook& law, const Calendar& calendar, Date today) {
  const Date from = free_from(made.depends_on, today);
  const auto sent = copy_sent(review);
  const auto day = sent ? working_from(from, calendar) : published_after(from, law, calendar);
  if (!day) {
    made.not_computed = day.error().says;
    return;
  }
  const auto due = copy_due(*day, law, calendar);
  if (!due) {
    made.not_computed = due.error().says;
    return;
  }
  // A copy that is with them may have gone out too late for the first free day.
  if (sent && *sent > *due) {
    const auto later = published_after(*sent, law, calendar);
    if (!later) {
      made.not_computed = later.error().says;
      return;
    }
    made.day = std::max(*day, *later);
    return;
  }
  made.day = *day;
  if (sent) return;
  made.copy_by = *due;
}

/// Who has the copy before the report is out: `the Panel, the Secretary of State and Ofsted`.
std::string who_has_the_copy() {
  const auto& bodies = must_tell("advance-copy-sent").bodies;
  std::string all;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (i != 0) all += i + 1 == bodies.size() ? " and " : ", ";
    all += bodies[i].name;
  }
  return all;
}

/// The copy is awaited also where no day can be worked out for it.
void add_copy(Forecast& made, const v1::ReviewFile& review, const std::string& case_id, const RuleBook& law) {
  const auto* rule = law.clock(copy_clock);
  const auto by = made.copy_by ? "on or before " + made.copy_by->words() : std::string("before the day of publication");
  made.depends_on.push_back({.kind = "ADVANCE_COPY",
                             .case_id = case_id,
                             .name = review.review(),
                             .day = {},
                             .why = fmt::format("It goes to {} {}.", who_has_the_copy(), by),
                             .title = rule == nullptr ? std::string() : rule->title});
}

std::string says_of(const Forecast& made) {
  const auto& all = made.depends_on;
  const auto missing = std::count_if(all.begin(), all.end(), [](const auto& one) { return one.holds && !one.day; });
  if (missing > 0) {
    return fmt::format("No day can be worked out: {} that {} the report {} no day. Ask when {} expected to end.",
                       missing == 1 ? "one thing" : fmt::format("{} things", missing), missing == 1 ? "holds" : "hold",
                       missing == 1 ? "has" : "have", missing == 1 ? "it is" : "they are");
  }
  if (!made.day) return "No day can be worked out. " + made.not_computed;
  const bool to_do = std::any_of(all.begin(), all.end(), [](const auto& one) { return !one.holds && !one.day; });
  const bool looked_at = std::any_of(all.begin(), all.end(), [](const auto& one) { return one.not_before; });
  return fmt::format("{} at the earliest, if nothing slips again{}{}.", made.day->words(),
                     looked_at ? ", every embargo is lifted by then" : "",
                     to_do ? " and what is still to be done is done in time" : "");
}

}  // namespace

Forecast forecast(const v1::CaseFile& lead, const v1::ReviewFile& review, const std::vector<v1::CaseFile>& joined,
                  const RuleBook& law, const Calendar& calendar, Date today) {
  Forecast made;
  made.review = review.review();
  made.depends_on = held_until(lead, today);
  for (const auto& other : joined) {
    for (auto& one : held_until(other, today)) made.depends_on.push_back(std::move(one));
  }
  for (auto& one : still_to_do(lead, review, law, calendar)) made.depends_on.push_back(std::move(one));
  const bool unknown = std::any_of(made.depends_on.begin(), made.depends_on.end(),
                                   [](const auto& one) { return one.holds && !one.day; });
  if (!unknown) put_day(made, review, law, calendar, today);
  if (!copy_sent(review)) add_copy(made, review, lead.case_(), law);
  made.says = says_of(made);
  return made;
}

void hide_cases(Forecast& made, const std::set<std::string>& cases) {
  const auto hidden = [&](const Dependency& one) { return cases.contains(one.case_id); };
  const auto matters = [&](const Dependency& one) { return hidden(one) && (one.holds || one.day); };
  const auto& all = made.depends_on;
  if (std::none_of(all.begin(), all.end(), matters)) {
    std::erase_if(made.depends_on, hidden);
    made.says = says_of(made);
    return;
  }
  Dependency elsewhere{.kind = "ANOTHER_CASE",
                       .case_id = {},
                       .name = {},
                       .day = {},
                       .why = "Something in another case of this review has to come first."};
  bool unknown = false;
  for (const auto& one : all) {
    if (!matters(one)) continue;
    elsewhere.holds = elsewhere.holds || one.holds;
    elsewhere.not_before = elsewhere.not_before || one.not_before;
    unknown = unknown || (one.holds && !one.day);
    if (one.day && (!elsewhere.day || *one.day > *elsewhere.day)) elsewhere.day = one.day;
  }
  if (unknown || !made.day) elsewhere.day.reset();
  std::erase_if(made.depends_on, hidden);
  made.depends_on.push_back(std::move(elsewhere));
  made.says = says_of(made);
}

}  // namespace review

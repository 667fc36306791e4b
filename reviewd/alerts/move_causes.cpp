#include "reviewd/alerts/move_causes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/clocks/reading.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/base/text_of.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::BankHoliday;
using review::Calendar;
using review::Date;

/// What somebody proposed to change, as far as it is days.
struct Days {
  bool added = false;
  Date from;
  Date through;

  [[nodiscard]] bool has(Date day) const { return from <= day && day <= through; }
};

std::optional<Days> days_of(const review::Approval& approval) {
  const auto parsed = review::parse_json(approval.proposal);
  const auto* proposal = parsed ? parsed->if_object() : nullptr;
  if (proposal == nullptr) return std::nullopt;
  const auto from = Date::parse(text_of(*proposal, "from"));
  const auto last = text_of(*proposal, "through");
  const auto through = last.empty() ? from : Date::parse(last);
  if (!from || !through) return std::nullopt;
  return Days{text_of(*proposal, "change") == "add", *from, *through};
}

/// A day that was none to work on already is not added twice.
void change(std::vector<BankHoliday>& off, const Days& days, const Calendar& others) {
  if (!days.added) {
    std::erase_if(off, [&](const BankHoliday& one) { return days.has(one.date); });
    return;
  }
  for (auto day = days.from; day <= days.through; day = day.plus_days(1)) {
    if (others.with_closures(off).working(day)) off.push_back({day, "Settled here", "closure", "partnership"});
  }
}

std::set<Date> dates_of(const std::vector<BankHoliday>& off) {
  std::set<Date> dates;
  for (const auto& one : off) dates.insert(one.date);
  return dates;
}

/// The calendar without the days off that were settled here.
Calendar without(const Calendar& calendar, const std::set<Date>& settled) {
  auto holidays = calendar.holidays();
  std::erase_if(holidays, [&](const BankHoliday& one) { return settled.contains(one.date); });
  return Calendar(calendar.name(), calendar.first(), calendar.last(), std::move(holidays));
}

std::string words_of(const Days& days) {
  const bool one = days.from == days.through;
  const auto which = one ? days.from.words() : fmt::format("{} to {}", days.from.words(), days.through.words());
  if (days.added) return fmt::format("{} {} added to the days off", which, one ? "was" : "were");
  return fmt::format("{} {} no longer {}", which, one ? "is" : "are", one ? "a day off" : "days off");
}

}  // namespace

const std::vector<MoveCauses::Since>& MoveCauses::history() const {
  if (history_) return *history_;
  auto& history = history_.emplace();
  const auto all = storage_.settled();
  const auto found = all.find(closures_setting);
  const auto settled = settled_closures(found == all.end() ? std::string() : found->second);
  if (!settled) return history;
  const auto others = without(storage_.desk().calendar(), dates_of(*settled));
  std::vector<BankHoliday> off;
  history.push_back({others, {}});
  const auto approvals = storage_.approvals().approved("change-closures");
  for (auto approval = approvals.rbegin(); approval != approvals.rend(); ++approval) {
    const auto days = days_of(*approval);
    if (!days) continue;
    change(off, *days, others);
    history.push_back({others.with_closures(off), words_of(*days)});
  }
  if (dates_of(off) != dates_of(*settled)) history.clear();
  return history;
}

std::vector<std::string> MoveCauses::causes(const review::Alert& alert, const review::v1::CaseFile& file) const {
  std::vector<std::string> due;
  for (const auto& since : history()) {
    const auto clock = review::reading_of(alert.clock, file, storage_.desk().law(), since.calendar, today_);
    due.push_back(clock ? clock->due_on() : std::string());
  }
  std::set<std::vector<std::string>> ways;
  for (auto after = due.size(); after-- > 1;) {
    if (due[after] != alert.due_on) continue;
    auto first = after;
    while (first > 1 && due[first - 1] != alert.moved_from && due[first - 1] != alert.due_on) --first;
    if (due[first - 1] != alert.moved_from) continue;
    std::vector<std::string> words;
    for (auto i = first; i <= after; ++i) {
      if (due[i] != due[i - 1]) words.push_back(history()[i].words);
    }
    if (alert.settled.empty()) return words;
    ways.insert(std::move(words));
  }
  return ways.size() == 1 ? *ways.begin() : std::vector<std::string>();
}

std::string MoveCauses::of(const review::Alert& alert) const {
  if (alert.moved_from.empty() || !review::has_members(alert.record)) return {};
  std::vector<std::string> words;
  if (const auto file = storage_.views().find(review::reference_of(alert.record))) words = causes(alert, *file);
  if (words.empty()) return "the days off or the rules are others now";
  return fmt::format("{}", fmt::join(words, " and "));
}

}  // namespace reviewd

#include "libreview/calendar/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace review {
namespace {

bool weekend(Date day) { return day.weekday() == std::chrono::Saturday || day.weekday() == std::chrono::Sunday; }

}  // namespace

Calendar::Calendar(std::string name, Date first, Date last, std::vector<BankHoliday> holidays)
    : name_(std::move(name)), first_(first), last_(last), holidays_(std::move(holidays)) {
  std::ranges::stable_sort(holidays_, {}, &BankHoliday::date);
}

const BankHoliday* Calendar::find(Date day) const {
  const auto found = std::ranges::lower_bound(holidays_, day, {}, &BankHoliday::date);
  return found != holidays_.end() && found->date == day ? &*found : nullptr;
}

bool Calendar::working(Date day) const { return covers(day) && !weekend(day) && find(day) == nullptr; }

std::string Calendar::why(Date day) const {
  if (!covers(day)) return fmt::format("outside the {} bank holidays", name_);
  if (weekend(day)) return std::string(weekday_name(day.weekday()));
  const BankHoliday* holiday = find(day);
  if (holiday == nullptr) return "working day";
  if (holiday->kind == "closure") return fmt::format("Partnership closed: {}", holiday->name);
  if (holiday->kind == "substitute") return fmt::format("{}, substitute day (bank holiday)", holiday->name);
  return fmt::format("{} (bank holiday)", holiday->name);
}

Calendar Calendar::with_closures(const std::vector<BankHoliday>& closures) const {
  std::vector<BankHoliday> all = holidays_;
  for (BankHoliday closure : closures) {
    closure.kind = "closure";
    if (find(closure.date) == nullptr) all.push_back(std::move(closure));
  }
  return Calendar{name_, first_, last_, std::move(all)};
}

Calendar Calendar::with_holidays(const std::vector<BankHoliday>& holidays) const {
  std::vector<BankHoliday> all = holidays_;
  std::ranges::copy_if(holidays, std::back_inserter(all),
                       [&](const BankHoliday& holiday) { return find(holiday.date) == nullptr; });
  return Calendar{name_, first_, last_, std::move(all)};
}

}  // namespace review

#include "reviewd/settings/closure_change.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

using review::BankHoliday;
using review::Code;
using review::Date;
using review::refuse_at;
using review::Result;

constexpr int longest_closure = 31;
constexpr std::size_t longest_name = 100;

std::string text_of(const std::map<std::string, std::string>& wish, const std::string& field) {
  const auto found = wish.find(field);
  return found == wish.end() ? std::string() : found->second;
}

Result<std::vector<Date>> days_of(const std::map<std::string, std::string>& wish, const review::Calendar& calendar) {
  const auto from = Date::parse(text_of(wish, "from"));
  if (!from) return refuse_at(Code::not_a_date, "Enter the first day.", "/from");
  const auto last_text = text_of(wish, "through");
  const auto last = last_text.empty() ? from : Date::parse(last_text);
  if (!last)
    return refuse_at(Code::not_a_date, "Enter the last day, for example 2026-12-31, or leave it out.", "/through");
  if (*last < *from || from->days_until(*last) >= longest_closure) {
    return refuse_at(Code::malformed, "The last day is the first or up to 30 days after it.", "/through");
  }
  if (!calendar.covers(*from) || !calendar.covers(*last)) {
    return refuse_at(Code::beyond_calendar,
                     fmt::format("The calendar goes from {} to {}.", calendar.first().words(), calendar.last().words()),
                     "/from");
  }
  std::vector<Date> days;
  for (auto day = *from; day <= *last; day = day.plus_days(1)) days.push_back(day);
  return days;
}

Result<void> add(std::vector<BankHoliday>& off, const std::vector<Date>& days,
                 const std::map<std::string, std::string>& wish, const review::Calendar& calendar) {
  const auto name = text_of(wish, "name");
  const auto kind = text_of(wish, "kind");
  if (name.empty() || name.size() > longest_name) {
    return refuse_at(Code::malformed, "Say what the days off are, in at most 100 characters.", "/name");
  }
  if (kind != "closure" && kind != "bank-holiday") {
    return refuse_at(Code::not_a_choice, "Choose closure or bank-holiday.", "/kind");
  }
  bool any = false;
  for (const auto day : days) {
    if (!calendar.working(day)) continue;
    off.push_back({day, name, kind == "closure" ? "closure" : "one-off", "partnership"});
    any = true;
  }
  if (!any) return refuse_at(Code::already_recorded, "None of these days is a working day now.", "/from");
  return {};
}

Result<void> remove(std::vector<BankHoliday>& off, const std::vector<Date>& days) {
  const auto taken = std::erase_if(
      off, [&](const BankHoliday& one) { return std::find(days.begin(), days.end(), one.date) != days.end(); });
  if (taken == 0) return refuse_at(Code::missing_reference, "None of these days was made a day off here.", "/from");
  return {};
}

}  // namespace

Result<Settled> after_closures(Settled settled, const std::map<std::string, std::string>& wish,
                               const review::Calendar& calendar) {
  const auto days = days_of(wish, calendar);
  if (!days) return review::refuse(days.error());
  auto& value = settled[std::string(closures_setting)];
  auto off = settled_closures(value);
  if (!off) return review::refuse(off.error());
  const auto change = text_of(wish, "change");
  if (change != "add" && change != "remove") return refuse_at(Code::not_a_choice, "Choose add or remove.", "/change");
  const auto done = change == "add" ? add(*off, *days, wish, calendar) : remove(*off, *days);
  if (!done) return review::refuse(done.error());
  std::sort(off->begin(), off->end(), [](const auto& left, const auto& right) { return left.date < right.date; });
  value = off->empty() ? std::string() : closures_value(*off);
  return settled;
}

}  // namespace reviewd

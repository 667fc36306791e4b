#include "libreview/views/days_late.hpp"

#include <charconv>
#include <optional>

namespace review {
namespace {

constexpr int most_days = 10'000;

std::optional<int> number_in(const std::string& text) {
  int number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = fault == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= most_days ? std::optional<int>(number) : std::nullopt;
}

/// What is due before this day is at least so many working days late on `today`.
Date due_before(int days, Date today, const Calendar& calendar) {
  auto day = today.plus_days(1);
  for (int counted = 0; counted < days;) {
    day = day.plus_days(-1);
    if (!calendar.covers(day)) return calendar.first();
    if (calendar.working(day)) ++counted;
  }
  return days == 0 ? today : day;
}

}  // namespace

Result<std::vector<Term>> with_days_late(const std::vector<Term>& terms, Date today, const Calendar& calendar) {
  std::vector<Term> all;
  for (const auto& term : terms) {
    if (term.field != "daysLate") {
      all.push_back(term);
      continue;
    }
    const auto number = number_in(term.value);
    if (!number || term.op == "!=") {
      return refuse(Code::malformed, "daysLate is compared by = < <= > >= with a whole number from 0 to 10,000.");
    }
    if (term.op == "<" && *number == 0)
      return refuse(Code::malformed, "Nothing is fewer than 0 working days late. Ask for daysLate<1 or more.");
    all.push_back({"state", "=", "OVERDUE"});
    const bool beyond = term.op == ">";
    const bool at_least = beyond || term.op == ">=" || term.op == "=";
    const bool at_most = term.op == "<" || term.op == "<=" || term.op == "=";
    if (at_least) all.push_back({"dueOn", "<", due_before(*number + (beyond ? 1 : 0), today, calendar).iso()});
    if (at_most) all.push_back({"dueOn", ">=", due_before(*number + (term.op == "<" ? 0 : 1), today, calendar).iso()});
  }
  return all;
}

}  // namespace review

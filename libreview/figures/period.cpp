#include "libreview/figures/period.hpp"

#include <chrono>

namespace review {
namespace {

Date first_day(const FigureRules& rules, int year) {
  return Date(std::chrono::year(year) / static_cast<int>(rules.month) / static_cast<int>(rules.day));
}

}  // namespace

Period reported_year_of(const FigureRules& rules, Date day) {
  const int began = first_day(rules, day.year()) <= day ? day.year() : day.year() - 1;
  return {first_day(rules, began), first_day(rules, began + 1).plus_days(-1)};
}

Period last_reported_year(const FigureRules& rules, Date today) {
  return reported_year_of(rules, reported_year_of(rules, today).from.plus_days(-1));
}

}  // namespace review

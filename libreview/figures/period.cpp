#include "libreview/figures/period.hpp"

#include <chrono>

namespace review {
namespace {

Date first_day(const FigureRules& rules, int year) {
  return Date(std::chrono::year(year) / static_cast<int>(rules.month) / static_cast<int>(rules.day));
}

}  // namespace

Period last_reported_year(const FigureRules& rules, Date today) {
  const int began = first_day(rules, today.year()) <= today ? today.year() : today.year() - 1;
  return {first_day(rules, began - 1), first_day(rules, began).plus_days(-1)};
}

}  // namespace review

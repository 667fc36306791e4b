#include "libreview/calendar/age_on.hpp"

#include <tuple>

namespace review {
namespace {

/// Of days that are known whole.
int years_between(Date birth, Date day) {
  const bool attained = std::tuple(day.month(), day.day()) >= std::tuple(birth.month(), birth.day());
  return day.year() - birth.year() - (attained ? 0 : 1);
}

}  // namespace

std::optional<int> age_on(const PartialDate& birth, const PartialDate& day) {
  if (day.earliest() < birth.latest()) return std::nullopt;
  const int youngest = years_between(birth.latest(), day.earliest());
  const int eldest = years_between(birth.earliest(), day.latest());
  return youngest == eldest ? std::optional(youngest) : std::nullopt;
}

}  // namespace review

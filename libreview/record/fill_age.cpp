#include "libreview/record/fill_age.hpp"

#include <optional>

#include "libreview/calendar/age_on.hpp"
#include "libreview/record/days.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

/// An age beyond what the schema takes is a slip in the date of birth, and none.
std::optional<int> age_between(const std::string& born_on, const std::string& on) {
  static const int most = rules_of(*v1::Child::descriptor()->FindFieldByNumber(v1::Child::kAgeYearsFieldNumber)).most();
  const auto birth = PartialDate::parse(born_on);
  const auto day = PartialDate::parse(on);
  const auto age = birth && day ? age_on(*birth, *day) : std::nullopt;
  return age && *age <= most ? age : std::nullopt;
}

void fill_weeks(v1::Child& child, const std::string& on) {
  constexpr int days_of_a_week = 7;
  const auto birth = whole_day(child.born_on());
  const auto day = whole_day(on);
  if (birth && day) child.set_age_weeks(birth->days_until(*day) / days_of_a_week);
}

bool tells_age(const v1::Child& child, const v1::ChildFile* known) {
  if (child.has_age_weeks() || child.unborn()) return true;
  if (known == nullptr) return false;
  return known->has_age_years() || known->has_age_weeks() || (known->unborn() && !child.has_unborn());
}

}  // namespace

void fill_age(v1::Child& child, const v1::ChildFile* known, const std::string& incident_on) {
  if (child.has_age_years()) return;
  if (const auto at_death = age_between(child.born_on(), child.died_on()); at_death && child.care_leaver()) {
    child.set_age_years(*at_death);
    return;
  }
  if (tells_age(child, known)) return;
  const auto age = age_between(child.born_on(), incident_on);
  if (!age) return;
  child.set_age_years(*age);
  if (*age == 0) fill_weeks(child, incident_on);
}

}  // namespace review

#pragma once

#include <optional>

#include "libreview/calendar/partial_date.hpp"

namespace review {

/// The age in whole years on a day. Nothing where what is known of the two days leaves it open, or whether the birth
/// was before. In England an age is attained at the commencement of the anniversary of the birth (Family Law Reform Act
/// 1969 s9(1)); who was born on 29 February attains it on 1 March of a year that has no such day.
[[nodiscard]] std::optional<int> age_on(const PartialDate& birth, const PartialDate& day);

}  // namespace review

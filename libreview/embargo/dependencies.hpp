#pragma once

#include <vector>

#include "libreview/embargo/forecast.hpp"

namespace review {

/// What holds the publication of a case's reports on a day, or may do so again: open proceedings and the days that they
/// may be appealed until, court orders, embargoes.
[[nodiscard]] std::vector<Dependency> held_until(const v1::CaseFile& file, Date today);

/// What is still done for the report itself: the partners accept it, and it is made ready. No day is known of these:
/// they are in the partnership's own hands. When a step is due, counted back from the planned day, stands in words.
[[nodiscard]] std::vector<Dependency> still_to_do(const v1::CaseFile& file, const v1::ReviewFile& review,
                                                  const RuleBook& law, const Calendar& calendar);

}  // namespace review

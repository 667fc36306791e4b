#pragma once

#include <string_view>

#include "libreview/figures/figure_question.hpp"
#include "libreview/figures/figure_table.hpp"

namespace review {

/// How a case came to the partnership in the period: `notified`, `directed` by a partner below the threshold,
/// `contribution` to another area's review, `brought-in` from before this record, or `logged` and not notified. Empty
/// for a case that came in another period.
[[nodiscard]] std::string_view route_of(const CountedCase& one, const FigureQuestion& asked);

/// The entry that brought it in by that route.
[[nodiscard]] Behind behind_route(const CountedCase& one, std::string_view route);

}  // namespace review

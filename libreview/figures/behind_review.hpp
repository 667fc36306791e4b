#pragma once

#include "libreview/figures/counted_reviews.hpp"
#include "libreview/figures/figure_table.hpp"

namespace review {

/// A review by the newest entry that says how it stood on the last day of the period: its publication, that it will not
/// be published, its acceptance; else that it was commissioned or brought in.
[[nodiscard]] Behind behind_review(const CountedReview& counted, const FigureQuestion& asked);

/// A case that the review covers, by the entry that joined it; the leading case as the review itself.
[[nodiscard]] Behind behind_covered(const CountedReview& counted, const CountedCase& covered,
                                    const FigureQuestion& asked);

}  // namespace review

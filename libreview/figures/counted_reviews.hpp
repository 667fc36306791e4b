#pragma once

#include <string>
#include <vector>

#include "libreview/figures/figure_question.hpp"

namespace review {

/// How a review stood.
enum class ReviewStanding { in_progress, accepted, completed, published, declined };

/// A review that was there in the period, in the case that leads it.
struct CountedReview {
  const CountedCase* in;
  const v1::ReviewFile* review;
  ReviewStanding standing;                 ///< on the last day of the period
  std::vector<const CountedCase*> covers;  ///< the cases that it covers, the leading one first, as far as they are seen
};

/// The case of that reference among those that are counted; null where there is none.
[[nodiscard]] const CountedCase* find_counted(const FigureQuestion& asked, const std::string& case_id);

/// Whether a review ends in a report that is published; every serious case review of the old system does.
[[nodiscard]] bool ends_in_publication(const CountedCase& in, const v1::ReviewFile& review);

/// The reviews of the period, each once: commissioned by its end, and not finished before it began.
[[nodiscard]] std::vector<CountedReview> counted_reviews(const FigureQuestion& asked);

}  // namespace review

#include "libreview/figures/counted_reviews.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// The day a review was published first, for a day of its first version stays when a new one takes its place.
const std::string& out_since(const v1::ReviewFile& review) {
  return review.first_published_on().empty() ? review.published_on() : review.first_published_on();
}

ReviewStanding standing_of(const CountedCase& in, const v1::ReviewFile& review, Date end) {
  if (is_by(out_since(review), end)) return ReviewStanding::published;
  if (is_by(review.declined_on(), end)) return ReviewStanding::declined;
  const bool accepted = review.accepted() > 0 && (review.accepted_on().empty() || is_by(review.accepted_on(), end));
  if (!accepted) return ReviewStanding::in_progress;
  return ends_in_publication(in, review) ? ReviewStanding::accepted : ReviewStanding::completed;
}

/// The day it was finished; empty where it is not, or that day is not known.
std::string finished_on(const v1::ReviewFile& review, ReviewStanding standing) {
  switch (standing) {
    case ReviewStanding::published:
      return out_since(review);
    case ReviewStanding::declined:
      return review.declined_on();
    case ReviewStanding::completed:
      return review.accepted_on();
    default:
      return {};
  }
}

}  // namespace

const CountedCase* find_counted(const FigureQuestion& asked, const std::string& case_id) {
  const auto found = std::ranges::find(asked.cases, case_id,
                                       [](const CountedCase& one) -> const std::string& { return one.file.case_(); });
  return found == asked.cases.end() ? nullptr : &*found;
}

bool ends_in_publication(const CountedCase& in, const v1::ReviewFile& review) {
  return in.file.legacy() || is_publishable(review.kind());
}

std::vector<CountedReview> counted_reviews(const FigureQuestion& asked) {
  std::vector<CountedReview> reviews;
  for (const auto& one : asked.cases) {
    for (const auto& review : one.file.reviews()) {
      if (!review.led_by().empty()) continue;
      if (!review.commissioned_on().empty() && !is_by(review.commissioned_on(), asked.end())) continue;
      CountedReview counted{&one, &review, standing_of(one, review, asked.end()), {&one}};
      const auto finished = finished_on(review, counted.standing);
      if (!finished.empty() && finished < asked.period.from.iso()) continue;
      for (const auto& other : review.joins_cases()) {
        if (const auto* joined = find_counted(asked, other)) counted.covers.push_back(joined);
      }
      reviews.push_back(std::move(counted));
    }
  }
  return reviews;
}

}  // namespace review

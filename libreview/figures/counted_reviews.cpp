#include "libreview/figures/counted_reviews.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// The day a review was published first, for a day of its first version stays when a new one takes its place.
const std::string& out_since(const v1::ReviewFile& review) {
  if (!review.published_before_on().empty()) return review.published_before_on();
  return review.first_published_on().empty() ? review.published_on() : review.first_published_on();
}

bool is_accepted(const v1::ReviewFile& review, Date end) {
  if (review.accepted() == 0) return false;
  // Of a review that was over when its case was brought in, a day that nobody knows lies in no year.
  return review.accepted_on().empty() ? !review.over_before() : is_by(review.accepted_on(), end);
}

ReviewStanding standing_of(const CountedCase& in, const v1::ReviewFile& review, Date end) {
  if (is_by(out_since(review), end)) return ReviewStanding::published;
  if (is_by(review.declined_on(), end)) return ReviewStanding::declined;
  if (!is_accepted(review, end)) return ReviewStanding::in_progress;
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

/// The day by which it had begun. Of a live case that was brought in without the day of commissioning it is the last
/// day that is known before that, else the first that is known after, else the day of bringing it in. Empty of a
/// serious case review, which began before all that is counted here.
std::string begun_by(const CountedCase& in, const v1::ReviewFile& review) {
  if (!review.commissioned_on().empty() || in.file.legacy()) return review.commissioned_on();
  const auto* decision = newest_outcome(in.file);
  if (decision != nullptr && !decision->decided_on().empty()) return decision->decided_on();
  if (!in.file.submitted_on().empty()) return in.file.submitted_on();
  if (!in.file.notified_on().empty()) return in.file.notified_on();
  if (!review.accepted_on().empty()) return review.accepted_on();
  if (!out_since(review).empty()) return out_since(review);
  return in.entries.empty() ? in.file.opened_on() : in.entries.front().occurred_on();
}

/// Whether it is over, and nobody knows since when.
bool is_over_since_unknown(const CountedCase& in, const v1::ReviewFile& review) {
  if (!review.over_before() || !out_since(review).empty()) return false;
  return ends_in_publication(in, review) || review.accepted_on().empty();
}

/// A review counts from its beginning to its end; one whose end nobody knows in the years of the days that are known.
bool is_of(const CountedCase& in, const v1::ReviewFile& review, ReviewStanding standing, const FigureQuestion& asked) {
  if (is_over_since_unknown(in, review))
    return asked.period.has(review.commissioned_on()) || asked.period.has(review.accepted_on());
  const auto begun = begun_by(in, review);
  if (!begun.empty() && !is_by(begun, asked.end())) return false;
  const auto finished = finished_on(review, standing);
  return finished.empty() || finished >= asked.period.from.iso();
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
      CountedReview counted{&one, &review, standing_of(one, review, asked.end()), {&one}};
      if (!is_of(one, review, counted.standing, asked)) continue;
      for (const auto& other : review.joins_cases()) {
        if (const auto* joined = find_counted(asked, other)) counted.covers.push_back(joined);
      }
      reviews.push_back(std::move(counted));
    }
  }
  return reviews;
}

}  // namespace review

#include "libreview/figures/behind_review.hpp"

#include <algorithm>
#include <string>

namespace review {
namespace {

/// The newest of the case's entries that is so; empty where there is none.
template <class IsSo>
std::string newest_entry(const CountedCase& one, const IsSo& is_so) {
  const auto found = std::find_if(one.entries.rbegin(), one.entries.rend(), is_so);
  return found == one.entries.rend() ? std::string() : found->entry();
}

/// An entry that names no review is about the only one.
template <class Said>
bool is_about(const Said& said, const v1::ReviewFile& review) {
  return said.review().empty() || said.review() == review.review();
}

bool tells_standing(const v1::Entry& entry, const CountedReview& counted) {
  const auto& review = *counted.review;
  switch (counted.standing) {
    case ReviewStanding::published:
      return entry.has_report_published() && is_about(entry.report_published(), review);
    case ReviewStanding::declined:
      return entry.has_publication_declined() && is_about(entry.publication_declined(), review);
    case ReviewStanding::accepted:
    case ReviewStanding::completed:
      return entry.has_report_accepted() && is_about(entry.report_accepted(), review);
    case ReviewStanding::in_progress:
      return false;
  }
  return false;
}

bool begins(const v1::Entry& entry, const v1::ReviewFile& review) {
  return (entry.has_review_commissioned() && is_about(entry.review_commissioned(), review)) ||
         (entry.has_case_brought_in() && is_about(entry.case_brought_in(), review));
}

std::string entry_of(const CountedReview& counted, const FigureQuestion& asked) {
  auto entry = newest_entry(*counted.in, [&](const v1::Entry& one) {
    return tells_standing(one, counted) && is_by(one.occurred_on(), asked.end());
  });
  if (!entry.empty()) return entry;
  return newest_entry(*counted.in, [&](const v1::Entry& one) { return begins(one, *counted.review); });
}

}  // namespace

Behind behind_review(const CountedReview& counted, const FigureQuestion& asked) {
  return {counted.in->file.case_(), entry_of(counted, asked), counted.review->review()};
}

Behind behind_covered(const CountedReview& counted, const CountedCase& covered, const FigureQuestion& asked) {
  if (&covered == counted.in) return behind_review(counted, asked);
  const auto joins = [&](const v1::Entry& entry) {
    return entry.has_review_joined() && entry.review_joined().led_by() == counted.in->file.case_() &&
           entry.review_joined().lead_review() == counted.review->review();
  };
  return {covered.file.case_(), newest_entry(covered, joins), counted.review->review()};
}

}  // namespace review

#include "libreview/access/disclose_publication.hpp"

namespace review {
namespace {

bool has_begun(const v1::ReviewFile& review) {
  return !review.planned_on().empty() || !review.copy_sent_on().empty() || !review.published_on().empty() ||
         !review.declined_on().empty() || !review.delay_reported_on().empty() || !review.steps().empty() ||
         !review.rehearsed_on().empty();
}

void put_preparations(v1::Publication& publication, const v1::ReviewFile& from) {
  for (const auto& step : from.steps()) {
    auto& preparation = *publication.add_preparations();
    preparation.set_step(step.step());
    if (!step.owner().empty()) preparation.set_owner(step.owner());
    if (step.done_on().empty()) continue;
    preparation.set_done_on(step.done_on());
    if (from.accepted() != 0 && step.version() != from.accepted()) preparation.set_out_of_date(true);
  }
  if (from.rehearsed_on().empty()) return;
  publication.set_rehearsed_on(from.rehearsed_on());
  if (from.rehearsed_version() != 0) publication.set_rehearsed_version(from.rehearsed_version());
  publication.set_rehearsed_left(from.rehearsed_left());
}

void put_published(v1::Publication& publication, const v1::ReviewFile& from) {
  if (from.published_on().empty()) return;
  publication.set_published_on(from.published_on());
  publication.set_form(from.form());
  publication.set_version(from.published_version());
  if (!from.published_time().empty()) publication.set_published_time(from.published_time());
  if (!from.published_by().empty()) publication.set_published_by(from.published_by());
  if (!from.published_document().empty()) publication.set_document(from.published_document());
}

v1::Publication publication_of(const v1::ReviewFile& from) {
  v1::Publication publication;
  publication.set_review(from.review());
  if (!from.planned_on().empty()) publication.set_planned_on(from.planned_on());
  if (!from.copy_sent_on().empty()) publication.set_advance_copy_sent_on(from.copy_sent_on());
  put_published(publication, from);
  if (!from.taken_down_on().empty()) publication.set_taken_down_on(from.taken_down_on());
  if (from.taken_down_for() != v1::TAKE_DOWN_REASON_UNSPECIFIED) publication.set_taken_down_for(from.taken_down_for());
  if (!from.declined_on().empty()) publication.set_declined_on(from.declined_on());
  if (!from.delay_reported_on().empty()) publication.set_delay_reported_on(from.delay_reported_on());
  if (!from.expected_on().empty()) publication.set_expected_on(from.expected_on());
  put_preparations(publication, from);
  return publication;
}

}  // namespace

void put_publications(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& review : file.reviews()) {
    if (!has_begun(review)) continue;
    *out.add_publications() = publication_of(review);
    *out.mutable_publication() = out.publications(out.publications_size() - 1);
  }
}

}  // namespace review

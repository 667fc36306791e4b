#include "reviewd/api/published.hpp"

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/embargo/recall.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/embargo/wording.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/views/find_in.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::v1::CaseFile;
using review::v1::ReviewFile;

std::optional<review::Date> kept_until(const Call& call, const ReviewFile& of) {
  const auto& law = call.desk().law();
  const auto published = review::whole_day(of.published_on());
  const auto* rule = law.clock("keep-published");
  const auto* version = published && rule != nullptr ? law.version(*rule, *published) : nullptr;
  if (version == nullptr) return std::nullopt;
  const auto counted =
      review::count(*published, version->length, version->unit, version->counting, call.desk().calendar());
  return counted ? std::optional(counted->due) : std::nullopt;
}

/// What the entries say that published it, and put a new version in its place.
void read_entries(Call& call, const CaseFile& file, Published& found) {
  const auto& name = found.review->review();
  const bool only = file.reviews_size() == 1;
  const auto is_of = [&](const std::string& review) { return review == name || (review.empty() && only); };
  // What comes after the version at hand can still be recalled, and says nothing here.
  bool past = false;
  const auto embargoed = call.desk().embargoed(file, call.reader, call.moment);
  for (auto& entry : call.desk().entries_that_count(file.case_())) {
    if (past) break;
    past = entry.entry() == found.review->published_by();
    if (!entry.has_report_published() && !entry.has_report_replaced()) continue;
    if (!review::reads_entry(call.reader, file, entry, call.moment.today)) continue;
    review::note_covered(call.desk(), {entry}, embargoed);
    static_cast<void>(review::withhold(entry, embargoed.kept));
    if (past) found.despite.assign(entry.despite().begin(), entry.despite().end());
    if (entry.has_report_published() && is_of(entry.report_published().review())) {
      found.title = entry.report_published().title();
      found.address = entry.report_published().address();
    }
    if (entry.has_report_replaced() && is_of(entry.report_replaced().review()) &&
        !entry.report_replaced().address().empty()) {
      found.address = entry.report_replaced().address();
    }
  }
}

/// Puts in a review what was published before the newest version of it.
void put_former(ReviewFile& review, const ReviewFile& former) {
  review.set_published_on(former.published_on());
  review.set_published_by(former.published_by());
  review.set_published_time(former.published_time());
  review.set_published_document(former.published_document());
  review.set_published_version(former.published_version());
  review.set_form(former.form());
  review.set_taken_down_on(former.taken_down_on());
  review.set_taken_down_for(former.taken_down_for());
}

/// How a case stood before an entry of it.
CaseFile before(const std::vector<review::v1::Entry>& entries, const std::string& entry) {
  const auto end = std::ranges::find(entries, entry, [](const auto& one) { return one.entry(); });
  return review::fold({entries.begin(), end});
}

}  // namespace

void put_what_is_out(Call& call, CaseFile& file) {
  const auto& partnership = call.desk().law().partnership();
  for (auto& one : *file.mutable_reviews()) {
    if (!one.led_by().empty()) continue;
    while (!one.published_on().empty() && !review::has_been_out(one, partnership, call.moment.now)) {
      const auto then = before(call.desk().entries_that_count(file.case_()), one.published_by());
      const auto* former = review::find_review(then, one.review());
      if (former == nullptr || former->published_on().empty() || former->published_by() == one.published_by()) break;
      put_former(one, *former);
    }
  }
}

bool plans_publications(const review::Reader& reader) {
  return review::access_to("report-published", reader.role).records != review::Records::none;
}

Published published_of(Call& call, const CaseFile& file, const ReviewFile& review) {
  const auto others = review::reviewed_with(file, review, review::find_in(call.storage.views()));
  const auto about = review::wording_for(review::finding_of(file, others)).about;
  Published found{file.case_(), &review, {}, {}, kept_until(call, review), {}, about};
  if (!review.published_on().empty()) read_entries(call, file, found);
  return found;
}

bool is_in_register(const Call& call, const ReviewFile& review) {
  return review.led_by().empty() && review::has_been_out(review, call.desk().law().partnership(), call.moment.now);
}

const ReviewFile& ReviewAtHand::of() const { return review::the(review::find_review(file, review)); }

review::Result<ReviewAtHand> review_at_hand(Call& call) { return review_at_hand(call, call.path("review")); }

review::Result<ReviewAtHand> review_at_hand(Call& call, const std::string& review) {
  if (!review::reads_incidents(call.reader.role)) {
    return review::refuse(Code::not_permitted, "Your role does not see how a report is published.");
  }
  auto file = call.storage.views().find_for(call.reader, call.path("case"), call.moment.today);
  if (!file) return review::refuse(review::no_case());
  if (review::find_review(*file, review) == nullptr) {
    return review::refuse(Code::not_found, "There is no review of this name in this case.");
  }
  return ReviewAtHand{std::move(*file), review};
}

}  // namespace reviewd

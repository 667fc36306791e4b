#include "reviewd/api/published.hpp"

#include "libreview/access/entry_access.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/embargo/recall.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"

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
  for (const auto& entry : call.desk().entries_that_count(file.case_())) {
    if (!review::reads_entry(call.reader, file, entry, call.moment.today)) continue;
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

}  // namespace

bool plans_publications(const review::Reader& reader) {
  return review::access_to("report-published", reader.role).records != review::Records::none;
}

Published published_of(Call& call, const CaseFile& file, const ReviewFile& review) {
  Published found{file.case_(), &review, {}, {}, kept_until(call, review)};
  if (!review.published_on().empty()) read_entries(call, file, found);
  return found;
}

std::vector<Published> published_in(Call& call, const CaseFile& file) {
  std::vector<Published> all;
  for (const auto& one : file.reviews()) {
    if (!one.led_by().empty()) continue;
    if (!review::has_been_out(one, call.desk().law().partnership(), call.moment.now)) continue;
    all.push_back(published_of(call, file, one));
  }
  return all;
}

const ReviewFile& ReviewAtHand::of() const { return review::the(review::find_review(file, review)); }

review::Result<ReviewAtHand> review_at_hand(Call& call) {
  if (!review::reads_incidents(call.reader.role)) {
    return review::refuse(Code::not_permitted, "Your role does not see how a report is published.");
  }
  auto file = call.storage.views().find_for(call.reader, call.path("case"), call.moment.today);
  if (!file) return review::refuse(Code::not_found, "There is no case of this reference that you may see.");
  if (review::find_review(*file, call.path("review")) == nullptr) {
    return review::refuse(Code::not_found, "There is no review of this name in this case.");
  }
  return ReviewAtHand{std::move(*file), call.path("review")};
}

}  // namespace reviewd

#include "libreview/record/mirrors.hpp"

#include "libreview/record/case_file.hpp"
#include "libreview/record/product_sources.hpp"
#include "libreview/record/references.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

bool is_of_rapid_review(const v1::Entry& entry) {
  return entry.has_meeting_held() || entry.has_rapid_review_decided() || entry.has_rapid_review_submitted() ||
         entry.has_panel_responded() || entry.has_decision_reconsidered();
}

/// Names the review as the joined case knows it.
bool rename_review(v1::Entry& entry, const v1::CaseFile& lead, const std::string& review, const v1::CaseFile& joined) {
  for (const auto& own : joined.reviews()) {
    if (own.led_by() != lead.case_() || own.lead_review() != review) continue;
    const auto* kind = kind_of(entry);
    auto* message = entry.GetReflection()->MutableMessage(&entry, kind->field);
    message->GetReflection()->SetString(message, message->GetDescriptor()->FindFieldByName("review"), own.review());
    return true;
  }
  return false;
}

v1::Entry joined_entry(const v1::CaseFile& lead, const v1::Entry& entry, const v1::CaseFile& joined) {
  const auto& commissioned = entry.review_commissioned();
  v1::Entry copy;
  copy.set_occurred_on(entry.occurred_on());
  auto& join = *copy.mutable_review_joined();
  join.set_review(next_name(joined, "review"));
  join.set_led_by(lead.case_());
  join.set_lead_review(commissioned.review());
  if (const auto* review = find_review(lead, commissioned.review())) join.set_kind(review->kind());
  return copy;
}

}  // namespace

std::string mirrored_review(const v1::Entry& entry) {
  if (entry.has_report_accepted()) return entry.report_accepted().review();
  if (entry.has_report_published()) return entry.report_published().review();
  if (entry.has_publication_declined()) return entry.publication_declined().review();
  if (entry.has_report_replaced()) return entry.report_replaced().review();
  if (entry.has_report_taken_down()) return entry.report_taken_down().review();
  if (entry.has_review_converted()) return entry.review_converted().review();
  return {};
}

v1::Entry mirror_copy(const v1::Entry& entry) {
  v1::Entry copy = entry;
  copy.clear_entry();
  copy.clear_case_();
  copy.clear_recorded_time();
  copy.clear_recorded_by();
  copy.clear_case_version();
  copy.clear_despite();
  copy.clear_irregularities();
  return copy;
}

bool is_mirror(const v1::CaseFile& file, const v1::Entry& entry) {
  if (entry.has_review_joined()) return true;
  if (entry.has_rapid_review_joined()) return entry.rapid_review_joined().has_led_by();
  if (is_of_rapid_review(entry)) return !file.rapid_review_led_by().empty();
  const auto* review = find_review(file, mirrored_review(entry));
  return review != nullptr && !review->led_by().empty();
}

std::vector<std::string> cases_concerned(const v1::CaseFile& lead, const v1::Entry& entry) {
  std::vector<std::string> cases;
  const auto add = [&](const auto& names) { cases.insert(cases.end(), names.begin(), names.end()); };
  if (entry.has_review_commissioned()) add(entry.review_commissioned().joins_cases());
  if (entry.has_rapid_review_joined()) add(entry.rapid_review_joined().cases());
  for (const auto& served : entry.action_agreed().serves()) {
    if (!served.of_case().empty()) cases.push_back(served.of_case());
  }
  for (const auto& about : entry.training_planned().about()) {
    if (!about.of_case().empty()) cases.push_back(about.of_case());
  }
  for (const auto& aligned : entry.plan_objective_set().aligned_to()) {
    if (!aligned.of_case().empty()) cases.push_back(aligned.of_case());
  }
  for (const auto& source : sources_concerned(lead, entry)) cases.push_back(source);
  if (is_of_rapid_review(entry)) add(lead.rapid_review_joins());
  const std::string review = mirrored_review(entry);
  if (review.empty()) {
    // An entry may leave the review out; then every review's cases are loaded, and the right one is found later.
    const bool of_review = entry.has_report_accepted() || entry.has_report_published() ||
                           entry.has_publication_declined() || entry.has_report_replaced() ||
                           entry.has_report_taken_down() || entry.has_review_converted();
    for (const auto& one : lead.reviews()) {
      if (of_review) add(one.joins_cases());
    }
  } else if (const auto* found = find_review(lead, review)) {
    add(found->joins_cases());
  }
  return cases;
}

bool may_concern(const v1::CaseFile& file, std::string_view other) {
  const auto& sort = sort_of(other);
  return sort.name == "case" || (sort.has_members && sort_of(file) == "programme");
}

std::vector<Mirror> mirrors(const v1::CaseFile& lead, const v1::Entry& entry, const std::vector<v1::CaseFile>& joined) {
  std::vector<Mirror> all;
  for (const auto& other : joined) {
    if (entry.has_review_commissioned()) {
      all.push_back(Mirror{other.case_(), joined_entry(lead, entry, other)});
    } else if (entry.has_rapid_review_joined()) {
      v1::Entry copy;
      copy.set_occurred_on(entry.occurred_on());
      copy.mutable_rapid_review_joined()->set_led_by(lead.case_());
      copy.mutable_rapid_review_joined()->add_cases(lead.case_());
      all.push_back(Mirror{other.case_(), std::move(copy)});
    } else if (is_of_rapid_review(entry)) {
      all.push_back(Mirror{other.case_(), mirror_copy(entry)});
    } else if (const std::string review = mirrored_review(entry); !review.empty()) {
      v1::Entry copy = mirror_copy(entry);
      if (rename_review(copy, lead, review, other)) all.push_back(Mirror{other.case_(), std::move(copy)});
    }
  }
  return all;
}

}  // namespace review

#include "libreview/record/withdrawal_mirrors.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

/// When it was recorded first: what was brought in from another store keeps the time of that one.
const std::string& time_of(const v1::Entry& entry) {
  return entry.source().has_recorded_time() ? entry.source().recorded_time() : entry.recorded_time();
}

bool is_withdrawn(const std::vector<v1::Entry>& entries, const std::string& id) {
  return std::ranges::any_of(entries, [&](const v1::Entry& one) { return one.entry_withdrawn().entry() == id; });
}

/// What the joined case calls the review; empty where that case is not led in it.
std::string name_there(const v1::CaseFile& lead, const std::string& review, const v1::CaseFile& joined) {
  for (const auto& own : joined.reviews()) {
    if (own.led_by() == lead.case_() && own.lead_review() == review) return own.review();
  }
  return {};
}

/// What nobody records but in the case that leads. A report that is taken down may be said to be in any of its cases.
bool is_led(const v1::Entry& entry) {
  return entry.has_report_accepted() || entry.has_report_published() || entry.has_publication_declined() ||
         entry.has_report_replaced();
}

const v1::Entry* followed(const v1::Entry& target, const std::string& review, const std::vector<v1::Entry>& there) {
  for (const auto& one : there) {
    if (kind_of(one) != kind_of(target) || mirrored_review(one) != review || time_of(one) != time_of(target)) continue;
    if (!is_withdrawn(there, one.entry())) return &one;
  }
  return nullptr;
}

}  // namespace

const v1::Entry* mirrored_withdrawn(const std::vector<v1::Entry>& entries, const v1::Entry& withdrawal) {
  if (!withdrawal.has_entry_withdrawn()) return nullptr;
  const auto found = std::ranges::find(entries, withdrawal.entry_withdrawn().entry(), &v1::Entry::entry);
  return found == entries.end() || mirrored_review(*found).empty() ? nullptr : &*found;
}

std::vector<Mirror> withdrawal_mirrors(const v1::CaseFile& lead, const std::vector<v1::Entry>& entries,
                                       const v1::Entry& withdrawal, const std::vector<v1::CaseFile>& joined,
                                       const ReadEntries& read) {
  std::vector<Mirror> all;
  const auto* target = mirrored_withdrawn(entries, withdrawal);
  if (target == nullptr) return all;
  for (const auto& other : joined) {
    const auto review = name_there(lead, mirrored_review(*target), other);
    if (review.empty()) continue;
    const auto there = read(other.case_());
    const auto* same = followed(*target, review, there);
    if (same == nullptr) continue;
    auto copy = mirror_copy(withdrawal);
    copy.mutable_entry_withdrawn()->set_entry(same->entry());
    all.push_back(Mirror{other.case_(), std::move(copy)});
  }
  return all;
}

Result<void> admit_withdrawal_mirrors(const v1::CaseFile& file, const std::vector<v1::Entry>& entries,
                                      const v1::Entry& withdrawal, const Occasion& occasion, const ReadEntries& read) {
  const auto* target = mirrored_withdrawn(entries, withdrawal);
  if (target == nullptr) return {};
  if (is_led(*target) && is_mirror(file, *target)) {
    return refuse_at(Code::not_in_this_stage, "Another case leads this review. Withdraw it there.",
                     "/entryWithdrawn/entry");
  }
  for (const auto& mirror : withdrawal_mirrors(file, entries, withdrawal, occasion.joined, read)) {
    const auto follows = admit_correction(read(mirror.case_id), mirror.entry, occasion);
    if (follows) continue;
    auto refusal = follows.error();
    refusal.says = fmt::format("Case {}: {}", mirror.case_id, refusal.says);
    refusal.violations.clear();
    return refuse(std::move(refusal));
  }
  return {};
}

}  // namespace review

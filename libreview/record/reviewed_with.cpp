#include "libreview/record/reviewed_with.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// The case that is asked about is at hand: it is looked for no more.
CoveredReview covered_review(const v1::CaseFile& file, const v1::ReviewFile& review, const FindCase& find) {
  CoveredReview covered{review.review(), file, review, {}};
  if (!review.led_by().empty()) {
    auto lead = find(review.led_by());
    const auto* there = lead ? find_review(std::as_const(*lead), review.lead_review()) : nullptr;
    if (there != nullptr) {
      covered.in_lead = *there;
      covered.lead = std::move(*lead);
    }
  }
  std::set<std::string> known{covered.lead.case_()};
  for (const auto& name : covered.in_lead.joins_cases()) {
    if (!known.insert(name).second) continue;
    if (name == file.case_()) {
      covered.joined.push_back(file);
    } else if (auto other = find(name)) {
      covered.joined.push_back(std::move(*other));
    }
  }
  return covered;
}

}  // namespace

FindCase find_among(const std::vector<v1::CaseFile>& cases) {
  return [&cases](const std::string& name) -> std::optional<v1::CaseFile> {
    const auto found = std::ranges::find_if(cases, [&](const v1::CaseFile& one) { return one.case_() == name; });
    return found == cases.end() ? std::nullopt : std::optional(*found);
  };
}

FindCase find_once(FindCase find) {
  using Found = std::map<std::string, std::optional<v1::CaseFile>>;
  return [find = std::move(find), found = std::make_shared<Found>()](const std::string& name) {
    const auto [at, is_new] = found->try_emplace(name);
    if (is_new) at->second = find(name);
    return at->second;
  };
}

std::vector<CoveredReview> covered_reviews(const v1::CaseFile& file, const FindCase& find) {
  std::vector<CoveredReview> all;
  const auto once = file.reviews_size() > 1 ? find_once(find) : find;
  for (const auto& review : file.reviews()) all.push_back(covered_review(file, review, once));
  return all;
}

std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const v1::ReviewFile& review, const FindCase& find) {
  if (review.led_by().empty() && review.joins_cases().empty()) return {};
  auto covered = covered_review(file, review, find);
  std::vector<v1::CaseFile> others;
  others.push_back(std::move(covered.lead));
  std::ranges::move(covered.joined, std::back_inserter(others));
  std::erase_if(others, [&](const v1::CaseFile& one) { return one.case_() == file.case_(); });
  return others;
}

std::vector<v1::CaseFile> reviewed_with(const v1::CaseFile& file, const FindCase& find) {
  std::vector<v1::CaseFile> others;
  std::set<std::string> known;
  const auto once = file.reviews_size() > 1 ? find_once(find) : find;
  for (const auto& review : file.reviews()) {
    for (auto& other : reviewed_with(file, review, once)) {
      if (known.insert(other.case_()).second) others.push_back(std::move(other));
    }
  }
  return others;
}

std::vector<v1::CaseFile> rapid_reviewed_with(const v1::CaseFile& file, const FindCase& find) {
  std::vector<v1::CaseFile> others;
  std::set<std::string> known{file.case_()};
  const auto put = [&](const std::string& name) {
    if (!known.insert(name).second) return;
    if (auto other = find(name)) others.push_back(std::move(*other));
  };
  for (const auto& name : file.rapid_review_joins()) put(name);
  if (file.rapid_review_led_by().empty()) return others;
  put(file.rapid_review_led_by());
  if (others.empty() || others.back().case_() != file.rapid_review_led_by()) return others;
  const auto led = others.back().rapid_review_joins();
  for (const auto& name : led) put(name);
  return others;
}

}  // namespace review

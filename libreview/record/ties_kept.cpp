#include "libreview/record/ties_kept.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "libreview/record/holds.hpp"

namespace review {
namespace {

/// The cases that this one names as reviewed with it.
std::set<std::string> named_cases(const v1::CaseFile& file) {
  std::set<std::string> names;
  for (const auto& review : file.reviews()) {
    names.insert(review.joins_cases().begin(), review.joins_cases().end());
    if (!review.led_by().empty()) names.insert(review.led_by() + "/" + review.lead_review());
  }
  return names;
}

bool is_marked_alike(const v1::NamedFile& before, const v1::CaseFile& file) {
  if (before.sort() != "document") return true;
  for (const auto& after : file.named()) {
    if (after.sort() != before.sort() || after.name() != before.name()) continue;
    return (before.review().empty() || !after.review().empty()) && (before.of_others() || !after.of_others());
  }
  // A document that is gone counts as one of no review.
  return before.review().empty();
}

/// Whether every document that an embargo may cover for what was said of it is one still.
bool documents_marked_alike(const v1::CaseFile& before, const v1::CaseFile& after) {
  return std::all_of(before.named().begin(), before.named().end(),
                     [&](const v1::NamedFile& named) { return is_marked_alike(named, after); });
}

bool covers_genograms(const v1::EmbargoFile& embargo) {
  return !embargo.lifted() &&
         std::ranges::find(embargo.covers(), v1::COVERED_IDENTIFYING_FACTS) != embargo.covers().end();
}

/// Whether what is a genogram is one still. One that is gone would be covered by nothing.
bool genograms_stay(const v1::CaseFile& before, const v1::CaseFile& after) {
  return std::ranges::all_of(before.named(), [&](const v1::NamedFile& was) {
    return !was.genogram() || std::ranges::any_of(after.named(), [&](const v1::NamedFile& is) {
      return is.sort() == was.sort() && is.name() == was.name() && is.genogram();
    });
  });
}

}  // namespace

bool documents_stay_covered(const v1::EmbargoFile& embargo, const v1::CaseFile& before, const v1::CaseFile& after) {
  return (!covers_documents(embargo) || documents_marked_alike(before, after)) &&
         (!covers_genograms(embargo) || genograms_stay(before, after));
}

bool covers_documents(const v1::EmbargoFile& embargo) {
  return !embargo.lifted() && std::any_of(embargo.covers().begin(), embargo.covers().end(), [](int sort) {
    return sort == v1::COVERED_REPORT || sort == v1::COVERED_DOCUMENT;
  });
}

Result<void> ties_kept(const v1::CaseFile& before, const v1::CaseFile& after, const FindCase& find, Date today) {
  const auto others = reviewed_with(before, find);
  const auto stay = named_cases(after);
  const auto were = named_cases(before);
  const bool loosened = !std::includes(stay.begin(), stay.end(), were.begin(), were.end());
  const auto is_held = [&](const v1::CaseFile& one) { return !holds_on(one, today).empty(); };
  if (loosened && (is_held(before) || std::any_of(others.begin(), others.end(), is_held))) {
    return refuse(Code::second_person_required,
                  "This would take a case out of a review while something holds the report of one of them. What holds "
                  "it must end first, in the case where it stands.");
  }
  const auto loses_some = [&](const v1::CaseFile& one) {
    return std::ranges::any_of(one.embargoes(), [&](const v1::EmbargoFile& embargo) {
      return !documents_stay_covered(embargo, before, after);
    });
  };
  if (std::ranges::any_of(others, loses_some)) {
    return refuse(Code::second_person_required,
                  "This would bring a document out from under the embargo of another case of the review. Two people "
                  "must lift that embargo first.");
  }
  return {};
}

}  // namespace review

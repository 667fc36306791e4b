#include "libreview/desk/embargoed_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace review {
namespace {

/// The case that leads each review of this one, and what the lead joins.
std::set<std::string> names_of(Views& views, const v1::CaseFile& file) {
  std::set<std::string> names;
  for (const auto& review : file.reviews()) {
    names.insert(review.joins_cases().begin(), review.joins_cases().end());
    if (review.led_by().empty()) continue;
    names.insert(review.led_by());
    const auto lead = views.find(review.led_by());
    if (!lead) continue;
    for (const auto& led : lead->reviews()) {
      if (led.review() == review.lead_review()) names.insert(led.joins_cases().begin(), led.joins_cases().end());
    }
  }
  names.erase(file.case_());
  return names;
}

}  // namespace

std::vector<v1::CaseFile> reviewed_with(Views& views, const v1::CaseFile& file) {
  std::vector<v1::CaseFile> others;
  for (const auto& name : names_of(views, file)) {
    auto other = views.find(name);
    if (other && !other->embargoes().empty()) others.push_back(std::move(*other));
  }
  return others;
}

Embargoed embargoed_in(Views& views, const v1::CaseFile& file, const Reader& reader, Date today) {
  return embargoed_for(reader, file, reviewed_with(views, file), today);
}

void open_all(Embargoed& embargoed, const v1::CaseFile& file) {
  embargoed = {};
  for (const auto& embargo : file.embargoes()) {
    if (embargo.lifted()) continue;
    embargoed.open.push_back({file.case_(), embargo.embargo(), {}});
    cover(embargoed.open.back().coverage, file, embargo);
  }
}

std::string covered_read(std::string_view embargo, std::string_view document) {
  return document.empty() ? fmt::format("embargo/{}", embargo) : fmt::format("embargo/{}/{}", embargo, document);
}

void note_covered(Desk& desk, const std::vector<v1::Entry>& shown, const Embargoed& embargoed) {
  for (const auto& one : embargoed.open) {
    const bool covered = std::ranges::any_of(
        shown, [&](const v1::Entry& entry) { return !entry.hidden() && holds_covered(entry, one.coverage); });
    if (covered) desk.note_shown(one.case_id, covered_read(one.embargo));
  }
}

}  // namespace review

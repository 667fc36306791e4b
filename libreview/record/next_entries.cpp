#include "libreview/record/next_entries.hpp"

#include "libreview/record/admit.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

/// Whether a finding is about the case rather than about what an empty entry lacks.
bool is_about_the_case(const Refusal& refusal) {
  switch (refusal.code) {
    case Code::reasons_required:
    case Code::criteria_incomplete:
    case Code::dated_before_start:
    case Code::dated_in_the_future:
    case Code::beyond_calendar:
      return false;
    case Code::missing_reference:
      return refusal.violations.empty() || refusal.says.find("There is no ") == 0;
    default:
      return true;
  }
}

}  // namespace

std::vector<v1::NextEntry> next_entries(const v1::CaseFile& file, const Occasion& occasion) {
  std::vector<v1::NextEntry> next;
  for (const auto& kind : kinds()) {
    if (kind.opens_case && kind.name != "incident-logged") continue;
    if (kind.name == "review-joined" || kind.name == "entry-corrected" || kind.name == "entry-withdrawn") continue;
    if (kind.name == "incident-logged" && file.has_incident()) continue;
    v1::Entry entry;
    entry.GetReflection()->MutableMessage(&entry, kind.field);
    auto& one = next.emplace_back();
    one.set_kind(kind.json);
    one.set_label(kind.label);
    one.set_why("");
    for (const auto& refusal : objections(file, entry, occasion)) {
      if (!is_about_the_case(refusal)) continue;
      one.set_why(refusal.says);
      break;
    }
  }
  return next;
}

}  // namespace review

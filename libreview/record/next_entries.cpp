#include "libreview/record/next_entries.hpp"

#include <algorithm>

#include "libreview/record/admit.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

/// Whether a field that a finding points at must be given by the sender.
bool points_at_required(const Kind& kind, const std::string& pointer) {
  const auto& type = *kind.field->message_type();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (pointer == "/" + kind.json + "/" + field.json_name()) return rules_of(field).required();
  }
  return false;
}

/// Whether a finding is about the case rather than about what an empty entry lacks.
bool is_about_the_case(const Kind& kind, const Refusal& refusal) {
  switch (refusal.code) {
    case Code::missing_field:
    case Code::reasons_required:
    case Code::criteria_incomplete:
    case Code::dated_before_start:
    case Code::dated_in_the_future:
    case Code::beyond_calendar:
      return false;
    case Code::missing_reference:
      if (refusal.violations.empty()) return true;
      return refusal.says.find("There is no ") == 0 && !points_at_required(kind, refusal.violations.front().pointer);
    default:
      return true;
  }
}

/// What only another sort of programme takes never comes next in this one.
bool is_of_another_sort(const std::vector<Refusal>& refusals) {
  return std::ranges::any_of(refusals, [](const Refusal& one) { return one.code == Code::not_one_kind; });
}

}  // namespace

std::vector<v1::NextEntry> next_entries(const v1::CaseFile& file, const Occasion& occasion) {
  std::vector<v1::NextEntry> next;
  for (const auto& kind : kinds_of(sort_of(file))) {
    if (kind.opens_case && kind.name != "incident-logged") continue;
    if (kind.name == "review-joined" || kind.name == "entry-corrected" || kind.name == "entry-withdrawn") continue;
    if (kind.name == "incident-logged" && file.has_incident()) continue;
    v1::Entry entry;
    entry.GetReflection()->MutableMessage(&entry, kind.field);
    const auto refusals = objections(file, entry, occasion);
    if (is_of_another_sort(refusals)) continue;
    auto& one = next.emplace_back();
    one.set_kind(kind.json);
    one.set_label(kind.label);
    one.set_why("");
    for (const auto& refusal : refusals) {
      if (!is_about_the_case(kind, refusal)) continue;
      one.set_why(refusal.says);
      break;
    }
  }
  return next;
}

}  // namespace review

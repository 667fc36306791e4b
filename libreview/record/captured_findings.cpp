#include "libreview/record/captured_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

std::string default_name(int version, int index) { return fmt::format("finding-{}-{}", version, index + 1); }

std::set<std::string> names_taken(const v1::CaseFile& file) {
  std::set<std::string> taken;
  for (const auto& one : file.findings()) taken.insert(one.finding());
  return taken;
}

v1::AssuranceSource source_of(v1::Outcome review) {
  switch (review) {
    case v1::OUTCOME_LCSPR:
      return v1::ASSURANCE_SOURCE_LCSPR;
    case v1::OUTCOME_THEMATIC_LCSPR:
      return v1::ASSURANCE_SOURCE_THEMATIC_REVIEW;
    case v1::OUTCOME_TABLETOP:
      return v1::ASSURANCE_SOURCE_TABLETOP_REVIEW;
    case v1::OUTCOME_SPOTLIGHT:
      return v1::ASSURANCE_SOURCE_SPOTLIGHT_REVIEW;
    case v1::OUTCOME_LEARNING_BRIEFING:
      return v1::ASSURANCE_SOURCE_LEARNING_BRIEFING;
    case v1::OUTCOME_SINGLE_AGENCY_REVIEW:
      return v1::ASSURANCE_SOURCE_SINGLE_AGENCY_REVIEW;
    default:
      return v1::ASSURANCE_SOURCE_UNSPECIFIED;
  }
}

/// Where what is learned now comes from, where the case alone says so.
v1::AssuranceSource usual_source(const v1::CaseFile& file, const std::string& review) {
  if (const auto* of = find_review(file, review); of != nullptr) return source_of(of->kind());
  const bool rapid = file.stage() == v1::STAGE_RAPID_REVIEW || file.stage() == v1::STAGE_AWAITING_PANEL;
  return rapid ? v1::ASSURANCE_SOURCE_RAPID_REVIEW : v1::ASSURANCE_SOURCE_UNSPECIFIED;
}

void check_bearings(const Question& question, const v1::Finding& finding, const std::set<std::string>& known,
                    const std::string& at) {
  for (int i = 0; i < finding.bears_on_size(); ++i) {
    const auto& bears = finding.bears_on(i);
    if (bears.has_of_case() || known.contains(bears.finding())) continue;
    question.findings.add(Code::missing_reference,
                          fmt::format("There is no finding {} in this {} before this one.", bears.finding(),
                                      sort_of(question.file.case_()).name),
                          {}, fmt::format("{}/bearsOn/{}/finding", at, i));
  }
}

void check_period(const Question& question, const v1::Finding& finding, const std::string& at) {
  const auto first = earliest_day(finding.found_on());
  const auto last = latest_day(finding.found_until());
  if (!last || (first && *first <= *last)) return;
  question.findings.add(Code::not_a_choice,
                        first ? "A period cannot end before it begins." : "Say also when the period begins.", {},
                        at + (first ? "/foundUntil" : "/foundOn"));
}

}  // namespace

void name_findings(const v1::CaseFile& file, v1::LearningCaptured& captured, Findings& findings) {
  auto taken = names_taken(file);
  const auto source = usual_source(file, captured.review());
  for (int i = 0; i < captured.findings_size(); ++i) {
    auto& finding = *captured.mutable_findings(i);
    if (!finding.has_source() && source != v1::ASSURANCE_SOURCE_UNSPECIFIED) finding.set_source(source);
    if (!finding.has_id()) finding.set_id(default_name(file.version() + 1, i));
    if (!taken.insert(finding.id()).second) {
      findings.add(Code::already_recorded,
                   fmt::format("The finding {} is in this {} already. Choose another name.", finding.id(),
                               sort_of(file.case_()).name),
                   {}, fmt::format("/learningCaptured/findings/{}/id", i));
    }
    for (auto& bears : *finding.mutable_bears_on()) {
      if (bears.has_of_case() && bears.of_case() == file.case_()) bears.clear_of_case();
    }
  }
}

void admit_captured(const Question& question) {
  auto known = names_taken(question.file);
  const auto& captured = question.entry.learning_captured();
  for (int i = 0; i < captured.findings_size(); ++i) {
    const auto& finding = captured.findings(i);
    const auto at = fmt::format("/learningCaptured/findings/{}", i);
    check_bearings(question, finding, known, at);
    check_period(question, finding, at);
    known.insert(finding.id());
  }
}

std::vector<std::string> names_of_findings(const v1::Entry& entry) {
  const auto& captured = entry.learning_captured();
  std::vector<std::string> names;
  for (int i = 0; i < captured.findings_size(); ++i) {
    const auto& finding = captured.findings(i);
    names.push_back(finding.has_id() ? finding.id() : default_name(entry.case_version(), i));
  }
  return names;
}

void apply_captured(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& captured = entry.learning_captured();
  const auto names = names_of_findings(entry);
  for (int i = 0; i < captured.findings_size(); ++i) {
    const auto& finding = captured.findings(i);
    auto& kept = *file.add_findings();
    kept.set_finding(names[static_cast<std::size_t>(i)]);
    kept.set_entry(entry.entry());
    *kept.mutable_themes() = finding.themes();
    kept.set_source(finding.source());
    kept.set_found_on(finding.has_found_on() ? finding.found_on() : entry.occurred_on());
    kept.set_found_until(finding.found_until());
    *kept.mutable_agencies() = finding.agencies();
    for (const auto& bears : finding.bears_on()) {
      auto& bearing = *kept.add_bears_on();
      bearing.set_case_(bears.of_case());
      bearing.set_finding(bears.finding());
      bearing.set_bearing(bears.bearing());
    }
  }
}

}  // namespace review

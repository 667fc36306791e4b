#include "libreview/embargo/coverage.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

constexpr std::string_view document_sort = "document";

/// The kinds whose words are about what a report says.
constexpr std::array<std::string_view, 10> of_reports = {
    "draft-received",    "draft-commented",       "report-returned", "report-accepted",   "report-rehearsed",
    "advance-copy-sent", "publication-step-done", "reviewer-asked",  "reviewer-answered", "review-health-checked"};

bool covers_sort(const v1::EmbargoFile& embargo, v1::Covered sort) {
  return std::ranges::find(embargo.covers(), static_cast<int>(sort)) != embargo.covers().end();
}

void add_reports(Coverage& coverage, const v1::CaseFile& file) {
  coverage.reports = true;
  for (const auto& one : file.named()) {
    if (one.sort() == document_sort && !one.review().empty()) coverage.documents.insert(one.name());
  }
}

/// Who is who in the family, a genogram shows at one look, whatever else is named.
void add_genograms(Coverage& coverage, const v1::CaseFile& file) {
  for (const auto& one : file.named()) {
    if (one.sort() == document_sort && one.genogram()) coverage.documents.insert(one.name());
  }
}

void add_untagged(Coverage& coverage, const v1::CaseFile& file) {
  coverage.untagged = true;
  for (const auto& one : file.named()) {
    if (one.sort() == document_sort && one.of_others()) coverage.of_others.insert(one.name());
  }
}

}  // namespace

std::string Coverage::blotted(const std::string& text, bool prose) const {
  auto left = text;
  for (const auto& blot : blots) left = blot->blotted(left, prose);
  return left;
}

bool Coverage::covers(const v1::DocumentFiled& filed) const {
  return covers_document(filed.document()) || (reports && !filed.review().empty()) ||
         (identity && filed.sort() == v1::DOCUMENT_SORT_GENOGRAM);
}

bool Coverage::covers_document(const std::string& document) const {
  return documents.contains(document) || (untagged && !of_others.contains(document));
}

bool Coverage::covers_words_of(const v1::Entry& entry) const {
  if (!reports) return false;
  if (entry.has_signed_off()) {
    const auto of = entry.signed_off().of();
    return of == v1::SIGNED_MATTER_REPORT || of == v1::SIGNED_MATTER_PUBLICATION;
  }
  const auto* kind = kind_of(entry);
  return kind != nullptr && std::ranges::find(of_reports, kind->name) != of_reports.end();
}

bool covers_identity(const v1::EmbargoFile& embargo) {
  return !embargo.lifted() && covers_sort(embargo, v1::COVERED_IDENTIFYING_FACTS);
}

void cover(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo) {
  if (embargo.lifted()) return;
  const bool of_documents = covers_sort(embargo, v1::COVERED_DOCUMENT);
  const bool of_report = covers_sort(embargo, v1::COVERED_REPORT);
  if (covers_identity(embargo)) {
    coverage.identity = true;
    add_genograms(coverage, file);
  }
  coverage.documents.insert(embargo.documents().begin(), embargo.documents().end());
  if (of_report) add_reports(coverage, file);
  // Named documents narrow an embargo that covers one thing; of two things nobody can tell which they belong to.
  if (embargo.documents().empty() ? of_report || of_documents : of_report && of_documents) add_untagged(coverage, file);
}

void cover_from_joined(Coverage& coverage, const v1::CaseFile& file, const v1::EmbargoFile& embargo) {
  if (embargo.lifted()) return;
  // The family may be the same one, and its genogram filed with either child.
  if (covers_identity(embargo)) add_genograms(coverage, file);
  if (!covers_sort(embargo, v1::COVERED_REPORT)) return;
  add_reports(coverage, file);
  if (embargo.documents().empty()) add_untagged(coverage, file);
}

}  // namespace review

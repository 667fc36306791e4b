#include <fmt/format.h>

#include "libreview/record/case_file.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/preparations.hpp"
#include "libreview/record/stage_table.hpp"

namespace review {
namespace {

/// A document of a name that is there already is its next version.
void apply_document(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& filed = entry.document_filed();
  v1::NamedFile* named = nullptr;
  for (auto& one : *file.mutable_named()) {
    if (one.sort() == "document" && one.name() == filed.document()) named = &one;
  }
  const bool is_new = named == nullptr;
  if (is_new) {
    named = file.add_named();
    named->set_sort("document");
    named->set_name(filed.document());
  }
  // Once one version is of a report, every version is; and a later version makes no paper of others of what was none.
  if (!filed.review().empty()) named->set_review(filed.review());
  if (filed.sort() == v1::DOCUMENT_SORT_GENOGRAM) named->set_genogram(true);
  const bool of_others = !filed.meeting().empty() || !filed.agency().empty();
  named->set_of_others(named->review().empty() && of_others && (is_new || named->of_others()));
  if (!is_new) document_has_changed(file, entry, filed.document());
}

void admit_lateness(const Question& question) {
  const auto& clock = question.entry.lateness_explained().clock();
  if (question.occasion.law.clock(clock.substr(0, clock.find(':'))) == nullptr) {
    question.findings.add(Code::missing_reference, fmt::format("There is no clock {}.", clock), {},
                          "/latenessExplained/clock");
  }
}

void apply_lateness(v1::CaseFile& file, const v1::Entry& entry) {
  auto& lateness = *file.add_latenesses();
  lateness.set_clock(entry.lateness_explained().clock());
  lateness.set_entry(entry.entry());
}

bool is_decided(const v1::CaseFile& file) {
  return newest_decision(file, "referral-decided") != nullptr ||
         newest_decision(file, "notification-decided") != nullptr;
}

bool review_is_of_others(const v1::CaseFile& file) {
  if (file.opened_by() == "contribution-requested" || !file.rapid_review_led_by().empty()) return true;
  for (const auto& review : file.reviews()) {
    if (!review.led_by().empty()) return true;
  }
  const auto* referral = newest_decision(file, "referral-decided");
  return referral != nullptr && referral->referral() == v1::REFERRAL_OUTCOME_JOIN_REVIEW;
}

/// Silence of the Panel is never agreement: without its answer a case closes only after two recorded chasers.
void admit_closed(const Question& question) {
  const auto& file = question.file;
  const auto stage = file.stage();
  const bool carried =
      question.entry.case_closed().reason() == v1::CLOSE_REASON_TRANSFERRED && !file.transferred_to().empty();
  if (file.notified() && !carried && file.rapid_review_led_by().empty()) {
    if (file.submissions() == 0) {
      question.findings.add(Code::rapid_review_required,
                            "A notified case closes only after a rapid review, or when the notification is withdrawn.",
                            {"panel-faq"});
      return;
    }
    if (file.panel_view() == v1::PANEL_VIEW_UNSPECIFIED && file.chasers() < 2 && !file.brought_in()) {
      question.findings.add(
          Code::rapid_review_required,
          "The Panel has not answered. Silence is not agreement: record two chasers, or its answer, first.",
          {"panel-faq"});
      return;
    }
  }
  const bool undecided = (stage == v1::STAGE_REFERRED || stage == v1::STAGE_LOGGED) && !is_decided(file) && !carried;
  if (undecided) {
    question.findings.add(Code::not_in_this_stage, "Nothing is decided in this case yet. Record the decision first.");
  }
  if (stage == v1::STAGE_REVIEW && !review_is_of_others(file) && !carried) {
    question.findings.add(Code::not_in_this_stage,
                          "A review is under way. Accept its report, or convert it, before the case closes.");
  }
}

void apply_closed(v1::CaseFile& file, const v1::Entry& entry) {
  if (file.stage() != v1::STAGE_CLOSED) file.set_stage_before_closing(file.stage());
  file.set_stage(v1::STAGE_CLOSED);
  file.set_closed_for(entry.entry());
  const auto reason = entry.case_closed().reason();
  if (reason == v1::CLOSE_REASON_DUPLICATE || reason == v1::CLOSE_REASON_TRANSFERRED)
    mark(file, entry, "case-handed-over");
}

void apply_reopened(v1::CaseFile& file, const v1::Entry&) {
  if (file.stage() == v1::STAGE_CLOSED) file.set_stage(file.stage_before_closing());
  file.set_closed_for("");
}

}  // namespace

std::vector<Handling> housekeeping_handlings() {
  return {
      {"note-added", nullptr, nullptr},
      {"document-filed", nullptr, apply_document},
      {"lateness-explained", admit_lateness, apply_lateness},
      {"case-closed", admit_closed, apply_closed},
      {"case-reopened", nullptr, apply_reopened},
      {"entry-corrected", nullptr, nullptr},
      {"entry-withdrawn", nullptr, nullptr},
  };
}

}  // namespace review

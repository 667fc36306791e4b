#include "libreview/base/refusal.hpp"

#include <algorithm>

namespace review {

const std::vector<CodeRow>& code_table() {
  static const std::vector<CodeRow> rows = {
      {Code::malformed, "malformed", 400, "The request cannot be read", false},
      {Code::unknown_field, "unknown-field", 400, "There is no such field", false},
      {Code::missing_field, "missing-field", 400, "A required field is missing", false},
      {Code::wrong_type, "wrong-type", 400, "A field has the wrong type", false},
      {Code::not_a_choice, "not-a-choice", 400, "A value is not one of the choices", false},
      {Code::not_one_kind, "not-one-kind", 400, "An entry has exactly one kind", false},
      {Code::not_a_date, "not-a-date", 400, "A value is not a date", false},
      {Code::unauthenticated, "unauthenticated", 401, "Sign in first", false},
      {Code::not_permitted, "not-permitted", 403, "Your role does not allow this", false},
      {Code::not_found, "not-found", 404, "There is nothing here that you may see", false},
      {Code::method_not_allowed, "method-not-allowed", 405, "This address does not take that method", false},
      {Code::stale, "stale", 412, "The record has changed since you read it", false},
      {Code::too_large, "too-large", 413, "The request is too large", false},
      {Code::unsupported_media_type, "unsupported-media-type", 415, "This type of content is not taken here", false},
      {Code::key_reused, "key-reused", 422, "This Idempotency-Key was used for another request", false},
      {Code::precondition_missing, "precondition-missing", 428, "Say which version you decided on", false},
      {Code::too_many, "too-many", 429, "Too many requests", false},
      {Code::header_too_large, "header-too-large", 431, "The request header is too large", false},
      {Code::read_only, "read-only", 503, "The record can be read but not written", false},
      {Code::busy, "busy", 503, "The service is busy", false},
      {Code::store_full, "store-full", 507, "The disk is full", false},
      {Code::dated_in_the_future, "dated-in-the-future", 409, "The day has not come yet", false},
      {Code::dated_before_start, "dated-before-start", 409, "The day is before what it follows", true},
      {Code::already_recorded, "already-recorded", 409, "This is recorded already", true},
      {Code::missing_reference, "missing-reference", 409, "This names something that is not in the case", false},
      {Code::not_in_this_stage, "not-in-this-stage", 409, "The case is not at this stage", true},
      {Code::notification_required, "notification-required", 409, "A rapid review needs a notification", false},
      {Code::rapid_review_required, "rapid-review-required", 409, "A notified case needs a rapid review", true},
      {Code::reasons_required, "reasons-required", 409, "Give the reasons", false},
      {Code::criteria_incomplete, "criteria-incomplete", 409, "Answer every criterion", true},
      {Code::not_quorate, "not-quorate", 409, "The meeting was not quorate", true},
      {Code::conflicted, "conflicted", 409, "This person has a conflict of interest", true},
      {Code::sign_off_missing, "sign-off-missing", 409, "A partner has not signed", true},
      {Code::publication_held, "publication-held", 409, "Something holds publication", true},
      {Code::advance_copy_missing, "advance-copy-missing", 409, "No advance copy was sent", true},
      {Code::advance_copy_too_late, "advance-copy-too-late", 409, "The advance copy was sent too late", true},
      {Code::report_check_missing, "report-check-missing", 409, "The report was not checked for names", true},
      {Code::too_early_to_take_down, "too-early-to-take-down", 409, "The report must stay published longer", true},
      {Code::second_person_required, "second-person-required", 409, "This takes two people", false},
      {Code::beyond_calendar, "beyond-calendar", 409, "The day is beyond the holiday data", false},
  };
  return rows;
}

const CodeRow& code_row(Code code) { return code_table()[static_cast<std::size_t>(code)]; }

std::string_view code_name(Code code) { return code_row(code).name; }

const CodeRow* find_code(std::string_view name) {
  const auto& rows = code_table();
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const CodeRow& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace review

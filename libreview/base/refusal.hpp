#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace review {

/// Why something was refused: the closed list of the service. The names that travel are in `code_name`.
enum class Code {
  malformed,
  unknown_field,
  missing_field,
  wrong_type,
  not_a_choice,
  not_one_kind,
  not_a_date,
  unauthenticated,
  not_permitted,
  not_found,
  method_not_allowed,
  stale,
  too_large,
  unsupported_media_type,
  key_reused,
  precondition_missing,
  too_many,
  header_too_large,
  read_only,
  busy,
  store_full,
  dated_in_the_future,
  dated_before_start,
  already_recorded,
  missing_reference,
  not_in_this_stage,
  notification_required,
  rapid_review_required,
  reasons_required,
  criteria_incomplete,
  not_quorate,
  conflicted,
  sign_off_missing,
  publication_held,
  advance_copy_missing,
  advance_copy_too_late,
  report_check_missing,
  too_early_to_take_down,
  second_person_required,
  beyond_calendar,
};

/// One row of the table of refusals.
struct CodeRow {
  Code code;
  std::string_view name;  ///< as it travels, for example `dated-in-the-future`
  int status;             ///< HTTP status
  std::string_view title;
  bool overridable;  ///< a fact may be recorded despite it (`despite`)
};

/// Every code, once, in the order of the enumeration.
[[nodiscard]] const std::vector<CodeRow>& code_table();
[[nodiscard]] const CodeRow& code_row(Code code);
[[nodiscard]] std::string_view code_name(Code code);
/// The row whose name is `name`, or null.
[[nodiscard]] const CodeRow* find_code(std::string_view name);

/// A fault in one place of what was sent. `pointer` is an RFC 6901 JSON Pointer.
struct Violation {
  std::string pointer;
  std::string message;
};

/// Something that holds a publication, as the refusal names it. Carries no personal data.
struct Held {
  std::string kind;  ///< `PROCEEDINGS`, `COURT_ORDER` or `EMBARGO`
  std::string name;  ///< id of the proceedings, order or embargo; with its case where that is another one
  std::string since;
  std::string why;
  std::string review_on;  ///< empty where no review day was given
};

/// A refusal is a value: what was refused, a sentence that helps the person act, and the law where law is the reason.
struct [[nodiscard]] Refusal {
  Code code{};
  std::string says;
  std::vector<std::string> cites{};
  std::vector<Violation> violations{};
  std::vector<Held> holds{};
};

}  // namespace review

#pragma once

#include <string_view>
#include <vector>

#include "libreview/record/findings.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// A question to the rules: may this entry be recorded in this case on this occasion?
struct Question {
  const v1::CaseFile& file;
  const v1::Entry& entry;
  const Occasion& occasion;
  Findings& findings;
};

/// How one kind of entry is handled. `admit` holds the rules of the kind, `apply` none: it takes any entry that was
/// ever admitted and needs neither personal fields nor free text.
struct Handling {
  std::string_view kind;
  void (*admit)(const Question&);                  ///< null where only the general rules bind
  void (*apply)(v1::CaseFile&, const v1::Entry&);  ///< null where the entry changes no state
  bool marks_itself = false;                       ///< `apply` leaves the milestone of the kind itself, or none
  /// What stays in the case of an entry that is withdrawn; null where nothing does.
  void (*leave)(v1::CaseFile&, const v1::Entry& withdrawn, const v1::Entry& withdrawal) = nullptr;
};

/// Every kind, once.
[[nodiscard]] const std::vector<Handling>& handlings();
[[nodiscard]] const Handling& handling_of(std::string_view kind);

[[nodiscard]] std::vector<Handling> intake_handlings();
[[nodiscard]] std::vector<Handling> notification_handlings();
[[nodiscard]] std::vector<Handling> agency_return_handlings();
[[nodiscard]] std::vector<Handling> rapid_review_handlings();
[[nodiscard]] std::vector<Handling> decision_handlings();
[[nodiscard]] std::vector<Handling> review_handlings();
[[nodiscard]] std::vector<Handling> proceedings_handlings();
[[nodiscard]] std::vector<Handling> embargo_handlings();
[[nodiscard]] std::vector<Handling> publication_handlings();
[[nodiscard]] std::vector<Handling> preparation_handlings();
[[nodiscard]] std::vector<Handling> learning_handlings();
[[nodiscard]] std::vector<Handling> recommendation_handlings();
[[nodiscard]] std::vector<Handling> action_handlings();
[[nodiscard]] std::vector<Handling> housekeeping_handlings();
[[nodiscard]] std::vector<Handling> membership_handlings();
[[nodiscard]] std::vector<Handling> programme_handlings();
[[nodiscard]] std::vector<Handling> assurance_handlings();
[[nodiscard]] std::vector<Handling> training_handlings();
[[nodiscard]] std::vector<Handling> pledge_handlings();
[[nodiscard]] std::vector<Handling> audit_handlings();
[[nodiscard]] std::vector<Handling> plan_handlings();
[[nodiscard]] std::vector<Handling> plan_risk_handlings();
[[nodiscard]] std::vector<Handling> question_handlings();
[[nodiscard]] std::vector<Handling> health_check_handlings();
[[nodiscard]] std::vector<Handling> survey_handlings();
[[nodiscard]] std::vector<Handling> product_handlings();
[[nodiscard]] std::vector<Handling> chronology_handlings();
[[nodiscard]] std::vector<Handling> monitoring_handlings();
[[nodiscard]] std::vector<Handling> escalation_handlings();

}  // namespace review

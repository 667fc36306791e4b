#include "libreview/record/handling.hpp"

#include <stdexcept>
#include <string>

namespace review {

const std::vector<Handling>& handlings() {
  static const std::vector<Handling> all = [] {
    std::vector<Handling> rows;
    for (const auto& part :
         {intake_handlings(),      notification_handlings(), agency_return_handlings(), rapid_review_handlings(),
          decision_handlings(),    review_handlings(),       proceedings_handlings(),   embargo_handlings(),
          publication_handlings(), preparation_handlings(),  learning_handlings(),      recommendation_handlings(),
          action_handlings(),      housekeeping_handlings(), membership_handlings(),    programme_handlings(),
          assurance_handlings(),   training_handlings(),     pledge_handlings(),        audit_handlings(),
          plan_handlings(),        plan_risk_handlings(),    question_handlings(),      health_check_handlings(),
          survey_handlings(),      product_handlings(),      chronology_handlings(),    monitoring_handlings(),
          escalation_handlings()}) {
      rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
  }();
  return all;
}

const Handling& handling_of(std::string_view kind) {
  for (const auto& row : handlings()) {
    if (row.kind == kind) return row;
  }
  throw std::logic_error("no handling for the kind " + std::string(kind));
}

}  // namespace review

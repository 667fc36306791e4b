#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"
#include "review/v1/programme.pb.h"

namespace review {

/// A step of a programme's cycle.
struct ProgrammeStepRule {
  std::string id;     ///< `agree-standards`
  std::string title;  ///< what is done, in plain English
};

/// The steps of programmes that are opened from a day on, until a later version.
struct ProgrammeSteps {
  Date from;
  std::vector<ProgrammeStepRule> steps;  ///< in their order
  std::vector<Citation> references;      ///< what they stand on, as `law_check` checks it
  std::vector<std::string> cites;        ///< the same, as people read it
  std::string grade;                     ///< as in `ClockVersion`
  std::string note;
};

/// How a sort of programme goes.
struct ProgrammeRule {
  std::string id;                        ///< the sort, as `multi-agency-audit`
  std::vector<ProgrammeSteps> versions;  ///< oldest first
};

/// The id of the rule for a sort of programme: `multi-agency-audit`.
[[nodiscard]] std::string programme_rule_id(v1::ProgrammeSort sort);

}  // namespace review

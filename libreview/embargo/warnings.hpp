#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Something to mind before anything is published. It does not hold publication.
struct PublicationWarning {
  std::string kind;     ///< `COURT_ORDER`, `LIFELONG_ANONYMITY` or `APPEAL`
  std::string name;     ///< the order or the proceedings; empty where it is of the case
  std::string since;    ///< ISO day; empty where it has none
  std::string why;      ///< a sentence that helps the person act
  std::string until{};  ///< ISO day; empty where it never ends
};

/// What to mind on a day: orders that allow an anonymised report, proceedings that somebody may still appeal, and,
/// wherever a court has dealt with the case, that some people stay anonymous for life whether or not anybody recorded
/// an order. The last outlives every proceeding.
[[nodiscard]] std::vector<PublicationWarning> warnings_on(const v1::CaseFile& file, Date today);

/// What proceedings found of abuse or neglect, together: found where one found it, not found where one said so and none
/// found it, not decided where they ended without saying; unspecified while nothing is decided, and it is alleged.
[[nodiscard]] v1::FactFinding finding_of(const v1::CaseFile& file);

}  // namespace review

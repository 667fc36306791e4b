#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Something to mind before anything is published. It does not hold publication.
struct PublicationWarning {
  std::string kind;       ///< `COURT_ORDER`, `LIFELONG_ANONYMITY` or `APPEAL`
  std::string name;       ///< the order or the proceedings; empty where it is of the case
  std::string since;      ///< ISO day; empty where it has none
  std::string why;        ///< a sentence that helps the person act, with the law where law is the reason
  std::string until{};    ///< ISO day; empty where it never ends, or nobody knows
  std::string case_id{};  ///< whose it is, where that is another case of the review
};

/// Whether somebody may appeal against what proceedings of this kind decide. Against an inquest's conclusion there is
/// no appeal, and other reviews and investigations decide nothing; of others nobody knows.
[[nodiscard]] bool may_be_appealed(v1::ProceedingsKind kind);

/// What to mind on a day: orders that allow an anonymised report, proceedings that somebody may still appeal, or of
/// which nobody said until when somebody may, and that some people stay anonymous for life. The last is law from an
/// allegation on, whatever anybody recorded and whatever ends: it is told of every case that has a review, proceedings
/// or an order. `others` are the cases that are reviewed with it; what is told of every case anyhow is not told again
/// of them.
[[nodiscard]] std::vector<PublicationWarning> warnings_on(const v1::CaseFile& file,
                                                          const std::vector<v1::CaseFile>& others, const RuleBook& law,
                                                          Date today);

/// What proceedings found of abuse or neglect, together: found where one found it, not found where one said so and none
/// found it, not decided where a court ended without saying and none that could decide is open. Unspecified while
/// nothing is decided, and it is alleged: so it is as long as criminal proceedings are open, in this case or in
/// `others`, whatever any other court has found. To say more would prejudge the trial, and tell what a family court
/// found in private.
[[nodiscard]] v1::FactFinding finding_of(const v1::CaseFile& file, const std::vector<v1::CaseFile>& others);

}  // namespace review

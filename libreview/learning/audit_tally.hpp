#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/v1/audit_file.pb.h"

namespace review {

/// What an audit knows of one standard, of one agency, in one case.
enum class AuditFound { met, exceeded, not_met, not_applicable, not_involved, unanswered };

/// One such answer, or that it is still to come.
struct AuditCell {
  std::string audit_case;
  std::string agency;
  std::string standard;
  AuditFound found;
};

/// Which answers are meant; what is empty means all.
struct AuditChoice {
  std::string standard{};
  std::string agency{};
  std::string priority{};
  std::string audit_case{};
};

/// So many of each. What does not apply, and what an agency was not involved in, is no part of what a share is taken
/// of, and neither is what nobody answered yet; each is counted beside it.
struct AuditTally {
  int met = 0;
  int exceeded = 0;
  int not_met = 0;
  int not_applicable = 0;
  int not_involved = 0;
  int unanswered = 0;

  /// Met or exceeded: the 9 of "9 of 11".
  [[nodiscard]] int reached() const { return met + exceeded; }
  /// Where the standard applied and was answered: the 11 of "9 of 11".
  [[nodiscard]] int applicable() const { return reached() + not_met; }
  /// `reached` in per cent of `applicable`; nothing where it applied nowhere.
  [[nodiscard]] std::optional<int> percent() const;
  void count(AuditFound found);
};

/// Every answer that is asked for: of each agency asked, in each case, on each standard. `choice` says which.
[[nodiscard]] std::vector<AuditCell> audit_cells(const v1::AuditFile& audit, const AuditChoice& choice);

/// Answer by answer: how many agencies' answers.
[[nodiscard]] AuditTally tally_answers(const std::vector<AuditCell>& cells);

/// Case by case, on each standard: a case reached it where every agency that it applied to did. One of them that did
/// not is enough for "not met"; a case that all exceeded is exceeded. A case counts as soon as one agency answered.
[[nodiscard]] AuditTally tally_cases(const std::vector<AuditCell>& cells);

}  // namespace review

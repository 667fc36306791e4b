#pragma once

#include <string>
#include <vector>

#include "libreview/learning/audit_tally.hpp"

namespace review {

/// What all returns say of something: a standard, a line of enquiry, an agency, a priority.
struct AuditRow {
  AuditChoice of;  ///< which answers are behind it; for a line of enquiry nothing, its name is in `line`
  std::string line{};
  AuditTally answers{};
  AuditTally cases{};  ///< of one standard; of several it says nothing
};

/// How an agency came along.
struct AuditAgency {
  std::string agency;
  int asked = 0;         ///< cases that ask it
  int received = 0;      ///< of those, cases it said everything of
  int not_involved = 0;  ///< of those it said everything of, cases that it was not involved in
};

/// An agency that has not said everything of a case.
struct AuditOutstanding {
  std::string audit_case;
  std::string agency;
  std::string due_on;    ///< empty where no day is set
  bool started = false;  ///< it said a part
};

/// An audit put together. Everything is worked out from the returns: no figure is kept.
struct AuditCollation {
  std::vector<AuditRow> standards;
  std::vector<AuditRow> lines;  ///< a line that is tied to priorities counts their cases alone
  std::vector<AuditRow> agencies;
  std::vector<AuditRow> priorities;
  std::vector<AuditRow> by_agency;    ///< each standard for each agency
  std::vector<AuditRow> by_priority;  ///< each standard for each priority
  std::vector<AuditAgency> came;
  std::vector<AuditOutstanding> outstanding;
};

[[nodiscard]] AuditCollation collate_audit(const v1::AuditFile& audit);

/// The agencies that any case asks, each once, in the order in which they were first asked.
[[nodiscard]] std::vector<std::string> agencies_asked(const v1::AuditFile& audit);

}  // namespace review

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// Something with a name and words: a standard, a criterion.
struct NamedText {
  std::string id;
  std::string text;
};

/// A key line of enquiry.
struct AuditLineRule {
  std::string id;        ///< `information-sharing`
  std::string area;      ///< what people call it
  std::string question;  ///< what the partners want to know
  std::vector<NamedText> standards;
};

/// What audits have whose design is settled from a day on, until a later version.
struct AuditTemplateVersion {
  Date from;
  std::vector<AuditLineRule> lines;
  std::vector<NamedText> criteria;   ///< examples of how cases are picked
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;

  /// The standards of all lines, in their order: the number of one is its place, from 1.
  [[nodiscard]] std::vector<NamedText> standards() const;
  /// The line that has the standard, or null.
  [[nodiscard]] const AuditLineRule* line_of(std::string_view standard) const;
};

/// A template of an audit.
struct AuditTemplate {
  std::string id;  ///< `multi-agency-case-audit`
  std::string title;
  bool local = false;                          ///< the partnership's own
  std::vector<AuditTemplateVersion> versions;  ///< oldest first

  /// The version that governs what is settled on the day; null before the first.
  [[nodiscard]] const AuditTemplateVersion* on(Date day) const;
};

}  // namespace review

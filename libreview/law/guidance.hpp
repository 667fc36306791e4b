#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/counting.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// A question that a decision must answer.
struct Criterion {
  std::string id;
  std::string question;
  /// `notification`, `review` or `national`: each must be answered for that decision; `circumstance`: may be weighed.
  std::string decision;
  Date from;
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
};

/// What guidance leaves to judgement, or does not say: nothing is computed from it.
struct NotComputed {
  std::string id;
  std::string wording;               ///< the word or the question, in our own words
  std::string why;                   ///< why there is no date, and what the service does instead
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
};

/// A rule that is still found in local manuals and is none, or no longer one.
struct NotRule {
  std::string id;
  std::string claim;                       ///< what the manual says, in our own words
  std::string why;                         ///< what holds instead
  std::vector<Citation> seen_in;           ///< where it is found
  std::vector<std::string> seen_in_cites;  ///< the same, as people read it
  std::vector<Citation> references;        ///< what shows that it is no rule
  std::vector<std::string> cites;          ///< the same, as people read it
};

/// How long a sort of record is kept before it may be erased. A hold beats it.
struct RetentionRule {
  std::string id;
  std::string title;
  std::string counts_from;  ///< `case-closed`, `date-of-birth` or `record-made`
  Date from;                ///< for records closed, or made, on this day or later
  int length;
  Unit unit;
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

/// Nothing is erased while a hold is in force. It has no end until one is announced.
struct LegalHold {
  std::string id;
  std::string title;
  Date from;
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

}  // namespace review

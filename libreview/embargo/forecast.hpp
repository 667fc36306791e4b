#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Something that has to come before a report can be published.
struct Dependency {
  std::string kind;  ///< `PROCEEDINGS`, `COURT_ORDER`, `EMBARGO`, `APPEAL`, `ACCEPTANCE`, `PREPARATION`, `ADVANCE_COPY`
  std::string case_id;      ///< whose it is
  std::string name;         ///< the proceedings, order, embargo, review or step
  std::optional<Date> day;  ///< the last day that it stands in the way, as far as anybody knows; nothing where none is
  std::string why;          ///< a sentence
  bool holds = false;       ///< nothing is published while it stands
  bool not_before = false;  ///< on its day somebody looks again, and may find that it is not over
  int slips = 0;            ///< how often the date that `why` names slipped
  int slipped_days = 0;     ///< by how many days in all
  std::string title{};      ///< of a step that is still to be done, as its clock has it
};

/// The earliest day on which the report of a review can be published, as far as what is recorded says. It is worked
/// out anew whenever it is asked, and promises nothing.
struct Forecast {
  std::string review;
  std::optional<Date> day;             ///< nothing where something that holds has no day, or where it is not computed
  std::optional<Date> copy_by;         ///< the last day for the advance copy, for publication on `day`
  std::string not_computed;            ///< why no day is worked out although every day is known
  std::string says;                    ///< all that in words
  std::vector<Dependency> depends_on;  ///< in the order of the record, the own case first
};

/// What the publication of a review waits for, over the cases that it covers. `lead` is the case that publishes;
/// `joined` are the others, and what holds one holds all. A month or a year counts to its last day; a listed step that
/// is later than the expected end counts; a day that is past while the proceedings are open is no day. The copy for the
/// Panel goes out after the last of them, as long ahead of a working day as the law asks of that day.
[[nodiscard]] Forecast forecast(const v1::CaseFile& lead, const v1::ReviewFile& review,
                                const std::vector<v1::CaseFile>& joined, const RuleBook& law, const Calendar& calendar,
                                Date today);

/// Makes one thing, `ANOTHER_CASE`, of all in these cases that moves the day or holds: that it is there, and no more,
/// is told to who does not see them. The day of the forecast stays: it is what the reader's own case waits for.
void hide_cases(Forecast& made, const std::set<std::string>& cases);

}  // namespace review

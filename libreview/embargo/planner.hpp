#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// A day of somebody's life, which comes back every year.
struct DayOfLife {
  enum class Sort { birth, incident, death };
  Sort sort;
  std::string who;  ///< the pseudonym, or how a sibling relates; empty for an incident
  Date day;
};

/// A day in court.
struct ListedDay {
  std::string what;  ///< `Criminal`: the kind of proceedings, as people call it
  Date day;
};

/// What a planned day is held against.
struct PlanFacts {
  Date on;
  std::vector<DayOfLife> lives;
  std::vector<ListedDay> listed;
  std::vector<std::string> holds{};  ///< what holds publication on that day, a sentence each
  bool past = false;                 ///< that day is over
};

/// Something that speaks against a day.
struct PlanWarning {
  /// `PAST`, `HOLD`, `BIRTHDAY`, `ANNIVERSARY`, `HEARING`, `NOT_A_WORKING_DAY`, `BEFORE_DAYS_OFF`, `EVENT`
  std::string kind;
  Date on;           ///< its own day; of an event, its first
  bool same_day;     ///< it is on the planned day itself, or covers it
  std::string says;  ///< a sentence that helps the person choose
  std::vector<std::string> cites{};
  std::string grade{};  ///< of an event in the law files; empty for what the record says
};

/// What speaks against publishing on a day: that it is past, what holds publication on it, birthdays and anniversaries
/// within `PublicationRules::near` days of it, before and after; hearings within the same days; a day that is no
/// working day; a Friday, and the last working day before a holiday; events that cover it. In the order of the table
/// above, each by its day. A birth or death on 29 February comes round on 28 February. The year it happened counts as
/// well.
[[nodiscard]] std::vector<PlanWarning> plan_warnings(const PlanFacts& facts, const RuleBook& law,
                                                     const Calendar& calendar);

/// The days of life that the record of a case itself knows: what is neither sealed nor anybody's name.
[[nodiscard]] std::vector<DayOfLife> deaths_in(const v1::CaseFile& file);
/// The listed days of the open proceedings of a case.
[[nodiscard]] std::vector<ListedDay> listed_days(const v1::CaseFile& file);

/// When a yearly event takes place: both days are of it.
struct EventDays {
  Date from;
  Date to;
};
/// In the year in which its day falls. `beyond-calendar` where the holidays do not reach so far.
[[nodiscard]] Result<EventDays> days_of(const YearlyEvent& event, int year, const Calendar& calendar);

}  // namespace review

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/calendar/counting.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/law/alert_rules.hpp"
#include "libreview/law/audit_template.hpp"
#include "libreview/law/citation.hpp"
#include "libreview/law/likeness_rule.hpp"
#include "libreview/law/publication_rules.hpp"
#include "libreview/law/question_area.hpp"
#include "libreview/law/theme_list.hpp"

namespace review {

/// A partnership's own time for a clock. For a clock of the national law it gives a second date, shown beside the
/// national one; for a local clock it is the rule.
struct LocalRule {
  std::string clock;
  std::vector<std::string> starts;  ///< milestones that start it here; empty: the same as the national rule
  Date from;                        ///< governs what started on this day or later
  int length;                       ///< in `unit`
  Unit unit;
  Counting counting;
  bool back;                         ///< counted back from the milestone's anchor; of a local clock alone
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

/// One line of the plan inside the days of the rapid review.
struct TimetableStep {
  std::string step;  ///< `meeting`
  std::string title;
  int day_from;       ///< working days after the notification, by `Partnership::timetable_counting`
  int day_to;         ///< the planned day of completion; not before `day_from`
  std::string stops;  ///< the milestone that shows it as done
};

/// From how many answers on shares of them are told.
struct ShareRule {
  int fewest = 0;                    ///< fewer are told as numbers alone; 0: no share is told at all
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

/// A group that watches over actions.
struct MonitoringGroup {
  std::string id;  ///< `SUBGROUP`, or a partnership's own
  std::string title;
  int every_months;          ///< how often it looks at them
  std::string escalates_to;  ///< the group that hears what this one cannot settle; empty where there is none above
};

/// What a partnership decides for itself.
struct Partnership {
  std::string id;  ///< stands as the `law` of its local clocks
  std::string name;
  std::vector<std::string> sign_off_bodies;  ///< who must sign: `POLICE`, or the reference of an agency
  int quorum;                                ///< how many of `quorum_bodies` make a meeting quorate
  std::vector<std::string> quorum_bodies;
  std::vector<LocalRule> local;
  Counting timetable_counting;
  std::vector<TimetableStep> timetable;   ///< in order
  Ladder ladder;                          ///< what is told when a day was missed
  int recall_minutes = 0;                 ///< so long may a publication be recalled, and nothing of it goes outside
  std::vector<QuestionArea> questions{};  ///< its own, until the rule book puts them behind the national ones
  std::vector<ThemeList> themes{};        ///< its own, until the rule book puts them behind the national ones
  std::vector<MonitoringGroup> groups{};  ///< those that watch over actions
  std::vector<LikenessRule> likeness{};   ///< when a recommendation was made before, or an event told twice
  ShareRule shares{};                     ///< of answers to an evaluation
  std::vector<PublicEvent> events{};      ///< what else is on in the area, for whoever plans a publication
  std::vector<AuditTemplate> audit_templates{};  ///< its own, until the rule book puts them behind the others
  int chronology_gap_days = 0;                   ///< a longer time of which no agency tells is a gap; 0: none is shown
  int chronology_clash_days = 0;                 ///< so near may one event stand on two days
  bool products_held_with_report = false;        ///< an embargo on the report of a source keeps learning products back
  std::vector<BankHoliday> closures;  ///< own extra days off, of kind `closure`; none unless the overlay lists them

  /// The per cent of the rule of that name; 100, the same words, where there is none.
  [[nodiscard]] int like_from(std::string_view of) const;
};

}  // namespace review

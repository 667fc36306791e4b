#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// `on Thu 2 April 2026`: the day of everything that follows; what follows is asked as of now.
struct DaySet {
  Date day;
};

/// `as ann`: who records what follows.
struct PersonSet {
  std::string person;
};

/// `as-at Thu 2 April 2026`: what follows is asked as it was recorded by then, until the next `on`.
struct LookedBack {
  Date day;
};

/// How an entry is to be refused.
struct RefusalExpected {
  Code code;
  std::string pointer;  ///< RFC 6901; empty where it is not asked
};

/// `record`, `correct`, `withdraw`, and `refuse` where a refusal is expected.
struct Attempt {
  std::string letter = "A";  ///< the case
  /// As it is sent; other cases and entries of the story stand in it as `story-case-b` and `story-entry-name`.
  v1::Entry entry;
  std::string name;  ///< what the story calls the entry from here on; may be empty
  std::optional<RefusalExpected> refused;
  std::optional<Refusal> malformed;  ///< what the schema has against it; only where a refusal is expected
};

/// What an expectation is about.
enum class Subject {
  clock,
  no_clock,
  stage,
  held_by,
  not_held,
  irregularity,
  no_irregularity,
  overdue,
  nothing_overdue,
  next,
  not_next,
  child,
  authority,
  area,
  decision,
  version,
  timetable,
  panel_view,
  entry,
  no_case,
  alert,
  no_alert,
  slips,
  warning,
  no_warning,
  finding,
  findings,
  action,
  recommendation,
  answer,
  plan,
  objective,
  product,
  figure,
};

/// `expect …`: what is to be found. What each word means is in the table of its subject.
struct Expectation {
  Subject subject;
  std::string letter = "A";                    ///< the case
  std::string name;                            ///< the clock, stage, hold, code, kind …; may be empty
  std::vector<std::string> names;              ///< all that are overdue
  std::map<std::string, std::string> details;  ///< `due` → `2026-04-13`
};

/// One line of a story.
struct StoryStep {
  int line;
  std::string text;
  std::variant<DaySet, PersonSet, LookedBack, Attempt, Expectation> what;
};

/// A script of moments, deeds and expectations. See tests/scenarios/README.md for how one is written.
struct Story {
  std::string file;
  std::string title;
  std::vector<std::string> sources;
  std::vector<std::string> tags;
  std::string overlay;  ///< `sandwell-style`, or empty
  std::vector<StoryStep> steps;
};

}  // namespace review

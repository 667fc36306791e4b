#pragma once

#include <string>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// A table of the yearly report, by what people call it. What it counts, `libreview/figures` says; one that has a clock
/// counts how that clock was kept.
struct FigureTableRule {
  std::string id;  ///< `notifications`
  std::string title;
  std::string note;         ///< what is counted, in a sentence or two
  std::string clock;        ///< `notify-panel`; empty where the table counts something else
  bool guarded = false;     ///< small numbers in it are kept out of what is published
  bool chart = false;       ///< a chart of it reads well
  bool categories = false;  ///< its rows are sorts of things, of which those that there are none of need no row each
  std::vector<std::string> own_columns{};  ///< columns that are not published, by their ids: see `published_form`
};

/// Whatever is less than `below` and belongs to no band before it.
struct FigureBand {
  std::string id;
  std::string title;
  int below;  ///< 0 for the last, which has no end
};

/// Codes of a list that are told together.
struct CodeGroup {
  std::string id;
  std::string title;
  std::vector<std::string> codes;
};

/// Which numbers are kept out of what is published.
struct SmallNumbers {
  std::string id;
  int below = 0;  ///< 1 to one less is small; nothing is where it is 0
  std::vector<Citation> references{};
  std::vector<std::string> cites{};
  std::string grade{};
  std::string note{};
};

/// What `figures.toml` holds: what the yearly report counts, and in which bands.
struct FigureRules {
  unsigned month = 4;  ///< of the first day of a year that is reported, 1 to 12
  unsigned day = 1;
  std::vector<SmallNumbers> small;  ///< exactly one in the law of England
  std::vector<FigureTableRule> tables;
  std::vector<FigureBand> ages;               ///< in whole years
  std::vector<FigureBand> held;               ///< in days
  std::vector<CodeGroup> ethnicity;           ///< main codes of the Department's list
  std::vector<std::string> no_disability;     ///< codes that say that there is none
  std::vector<std::string> corrected_clocks;  ///< those of which a correction is told that turned late into in time
  std::string meeting_clock;                  ///< its day is the day on which the panel met
  std::string sent_clock;                     ///< its day is the day on which the rapid review was sent
};

}  // namespace review

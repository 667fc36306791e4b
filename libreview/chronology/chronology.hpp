#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "review/v1/chronology.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Where an agency told what it did: a chronology, or the lines of its summary.
struct ChronologySource {
  std::string agency;
  std::string entry;
  std::string received_on;  ///< the day of the entry
  std::string document{};   ///< that it was read from; may be empty
  int rows = 0;
  std::string replaced_by{};  ///< the later entry of the same agency that counts in its place; else empty
};

/// One line of a merged chronology.
struct ChronologyLine {
  std::string agency;
  std::string entry;
  v1::ChronologyRow row;
  Date first;          ///< the first day that it may have been
  Date last;           ///< the last day
  bool exact = false;  ///< known to the day, however long it took; not only about then
};

/// What agencies told, by day.
struct Chronology {
  std::vector<ChronologySource> sources{};  ///< in the order of the record
  std::vector<ChronologyLine> lines{};      ///< by first day, time, agency; those of a source in its own order
};

/// Merges what the entries of a case tell, which are as they count (`effective`) and as somebody may read them. Of each
/// agency the newest counts, be it a chronology or the lines of a summary. A line without a day is left out.
[[nodiscard]] Chronology merge_chronology(const std::vector<v1::Entry>& entries);

}  // namespace review

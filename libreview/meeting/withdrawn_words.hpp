#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// An entry with its place in the log of all records: in which order a meeting and a case were told.
struct PlacedEntry {
  std::int64_t seq = 0;
  v1::Entry entry;
};

/// What entries of a meeting said of an item that is hidden in the case: by the id of the entry and the item.
using WithdrawnWords = std::set<std::pair<std::string, std::string>>;

/// Adds what a case was told of this item of the meeting and is hidden there now, because it is of another case or
/// person. What an entry of a meeting said is what the case was told next of the same sort: the agenda by
/// `meetingArranged`, minutes and recommendation by `meetingHeld`, a conflict by `conflictDeclared`, or by the newest
/// correction of one. Both records are whole, oldest first.
void add_withdrawn(WithdrawnWords& withdrawn, const std::string& item, const std::vector<PlacedEntry>& meeting,
                   const std::vector<PlacedEntry>& of_case);

/// The entries without those words: an entry about one item keeps its envelope and kind, an agenda the item without
/// its title.
[[nodiscard]] std::vector<v1::Entry> without_words(std::vector<v1::Entry> entries, const WithdrawnWords& withdrawn);

}  // namespace review

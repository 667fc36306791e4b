#pragma once

#include <string>

#include "libreview/journal/journal.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {

/// Visits the name of every record that has members: cases first, then programmes, each sort in the order of their
/// names. Ends with the first visit that refuses. The names are read in parts, and never all at once.
template <class Visit>
[[nodiscard]] Result<void> each_record(Journal& journal, Visit visit) {
  constexpr int part = 500;
  for (const auto& sort : record_sorts()) {
    if (!sort.has_members) continue;
    for (std::string last(sort.collection);;) {
      const auto records = journal.records(std::string(sort.collection), last, part);
      if (records.empty()) break;
      for (const auto& record : records) {
        if (auto visited = visit(record); !visited) return visited;
      }
      last = records.back();
    }
  }
  return {};
}

}  // namespace review

#pragma once

#include <string>
#include <vector>

namespace review {

/// Some of the records that a reader sees: cases first, then programmes.
template <class Record>
struct RecordPart {
  std::vector<Record> records{};
  std::string next{};  ///< the name of the record to go on after; empty at the end
};

}  // namespace review

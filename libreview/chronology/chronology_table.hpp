#pragma once

#include <vector>

#include "libreview/past/mapping.hpp"
#include "libreview/past/past_row.hpp"
#include "review/v1/chronology.pb.h"

namespace review {

/// What the sheets of an agency's table may hold.
inline const SheetSorts chronology_sheets{"chronology"};

/// An agency's table as it would be recorded.
struct ChronologyTable {
  std::vector<v1::ChronologyRow> rows{};  ///< in the order of the table
  std::vector<RowFinding> findings{};     ///< of the file first, then by row

  /// Whether nothing stands in the way of recording it.
  [[nodiscard]] bool good() const;
};

/// Which column is which, for somebody to confirm. A column that no field is called after is kept beside its row.
[[nodiscard]] Mapping guess_chronology(const Workbook& book, const PastWords& words);

/// Reads every row of the mapped sheets. A day that cannot be read, that lies ahead or is missing is an error, and so
/// is a table without a row: it is taken whole or not at all.
[[nodiscard]] ChronologyTable read_chronology(const Workbook& book, const Mapping& mapping, const PastWords& words,
                                              Date today);

}  // namespace review

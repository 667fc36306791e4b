#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// What every sheet that is read must have.
struct SheetDemand {
  std::string_view holds;  ///< what a sheet may hold, as the end of a sentence: `cases, or nothing`
  std::vector<std::pair<std::string_view, std::string_view>>
      fields{};  ///< a field, and what to say where it is missing
};

/// What is wrong between a file and its mapping, and what of the file could not be read: sheets and columns that one of
/// them has and the other has not, or of which nobody has said what they are; fields that are there twice or stand on
/// another sort of sheet.
[[nodiscard]] std::vector<RowFinding> mapping_faults(const Workbook& book, const Mapping& mapping,
                                                     const PastWords& words, const SheetDemand& demand);

/// Whether the columns of a sheet are those of the mapping; otherwise none of its rows can be read.
[[nodiscard]] bool has_columns_of(const Sheet& sheet, const MappedSheet& mapped);

/// How the mapping has a sheet; null where it does not.
[[nodiscard]] const MappedSheet* mapped_sheet(const Mapping& mapping, std::string_view name);

/// The rows of a mapped sheet below its headings that have anything in them.
[[nodiscard]] std::vector<const SheetRow*> rows_below_headings(const Sheet& sheet, const MappedSheet& mapped);

}  // namespace review

#pragma once

#include <string>
#include <vector>

#include "libreview/law/past_words.hpp"
#include "libreview/past/mapping.hpp"
#include "libreview/past/workbook.hpp"

namespace review {

/// What a first look says of each sheet: what it holds, in which row its headings stand, and which column is which
/// field. It is for somebody to confirm: a column that it does not know has no field, and a sheet whose headings say
/// nothing holds nothing that anybody has said. `sorts` are what the sheets may hold.
[[nodiscard]] Mapping guess_mapping(const Workbook& book, const PastWords& words,
                                    const SheetSorts& sorts = past_sheets);

/// The headings of a sheet as `MappedColumn::heading` has them, up to its last column that has anything in it.
[[nodiscard]] std::vector<std::string> headings_of(const Sheet& sheet, int heading_row);

}  // namespace review

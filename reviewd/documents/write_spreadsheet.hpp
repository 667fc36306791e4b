#pragma once

#include <string>
#include <variant>
#include <vector>

#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// A cell: words, which are never a formula, or a whole number.
using SheetCell = std::variant<std::string, int>;

/// One sheet.
struct Sheet {
  std::string name;                            ///< at most 31 characters, of letters, digits, blanks and hyphens
  std::vector<std::string> above{};            ///< lines above the table
  std::vector<std::string> heads{};            ///< of the columns
  std::vector<std::vector<SheetCell>> rows{};  ///< the first cell of each names the row
};

/// A workbook with these sheets, as XLSX. The same sheets, title and instant give the same bytes. Throws
/// std::runtime_error where the library fails, for want of memory or of room for its temporary files.
[[nodiscard]] std::string write_spreadsheet(const std::string& title, const std::vector<Sheet>& sheets,
                                            review::Instant dated);

}  // namespace reviewd

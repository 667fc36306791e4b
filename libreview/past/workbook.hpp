#pragma once

#include <string>
#include <vector>

namespace review {

/// A row of a sheet, with the number that the spreadsheet shows beside it. A day that was a day there is written
/// `2021-03-04`, a number without needless zeros, yes and no as TRUE and FALSE, a formula as its stored value.
struct SheetRow {
  int number = 0;
  std::vector<std::string> cells{};
};

/// The rows that have anything in them.
struct Sheet {
  std::string name;
  std::vector<SheetRow> rows{};
};

/// Something in a spreadsheet that could not be read as it was meant.
struct CellNotice {
  std::string sheet;
  int row = 0;
  int column = 0;  ///< from 0
  std::string says;
};

struct Workbook {
  std::vector<Sheet> sheets{};
  std::vector<CellNotice> notices{};
  bool from_1904 = false;  ///< bare numbers of days count from 1904
};

/// `A`, `Z`, `AA`: how a spreadsheet calls the column.
[[nodiscard]] std::string column_letters(int column);

}  // namespace review

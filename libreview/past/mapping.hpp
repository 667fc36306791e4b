#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace review {

/// What becomes of a column.
struct MappedColumn {
  std::string heading;  ///< as the sheet says it; `Column F` where it says nothing, `Notes (2)` the second time
  std::string field{};  ///< a field of `past.toml`, `keep` in a note, `leave` out, or empty: nobody has said
};

/// What a sheet holds, and in which columns.
struct MappedSheet {
  std::string name;
  std::string holds{};  ///< one of what its file may hold, `nothing`, or empty: nobody has said
  int heading_row = 1;  ///< its number in the spreadsheet
  std::vector<MappedColumn> columns{};
};

/// A word of this spreadsheet, and what it means.
struct MappedWord {
  std::string of;       ///< a field
  std::string written;  ///< as the spreadsheet says it
  std::string is;       ///< a choice of the schema, or an agency's reference
};

/// What stands where a cell of the field is empty.
struct MappedDefault {
  std::string field;
  std::string written;
};

/// Which column of a spreadsheet is which field: what people keep as a file, and use again.
struct Mapping {
  std::vector<MappedSheet> sheets{};
  std::vector<MappedWord> words{};
  std::vector<MappedDefault> defaults{};
  std::vector<std::string> not_duplicates{};  ///< references of rows that are cases of their own all the same
};

/// What the sheets of a file may hold.
using SheetSorts = std::vector<std::string>;
/// The sheets of past cases.
inline const SheetSorts past_sheets{"cases", "learning"};

inline constexpr std::string_view keep_column = "keep";
inline constexpr std::string_view leave_column = "leave";

/// The mapping as a file (TOML), and back. Reading refuses what it does not know, with line and column (`malformed`).
[[nodiscard]] std::string write_mapping(const Mapping& mapping);
[[nodiscard]] Result<Mapping> read_mapping(std::string_view text, const SheetSorts& sorts = past_sheets);

}  // namespace review

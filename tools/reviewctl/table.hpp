#pragma once

#include <string>
#include <vector>

namespace reviewctl {

/// How a cell is to stand out, where colours are wanted.
enum class Tone { plain, bad, warning, good };

/// What stands in one place of a table.
struct Cell {
  std::string text;   ///< for people
  std::string plain;  ///< for programs
  Tone tone = Tone::plain;

  /// The same for both.
  Cell(std::string both) : text(both), plain(std::move(both)) {}
  Cell(const char* both) : text(both), plain(both) {}
  Cell(std::string for_people, std::string for_programs, Tone shade = Tone::plain)
      : text(std::move(for_people)), plain(std::move(for_programs)), tone(shade) {}
};

struct Column {
  std::string title;  ///< `DUE`; empty for what only programs are given
  std::string name;   ///< `dueOn`, as JSON calls it: the heading of a CSV column
};

struct Table {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows{};
};

/// In columns, two blanks between them; a column in which no row says anything is left out. Control characters are made
/// harmless.
[[nodiscard]] std::string table_text(const Table& table, bool colour);

/// Comma-separated (RFC 4180, but for line ends: \n), safe for a spreadsheet: see `review::csv_cell`.
[[nodiscard]] std::string csv_text(const Table& table);

}  // namespace reviewctl

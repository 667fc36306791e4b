#include "libreview/base/csv.hpp"

namespace review {
namespace {

constexpr std::string_view no_break_space = "\xc2\xa0";

/// What stands first once a spreadsheet has trimmed the cell.
std::string_view after_blanks(std::string_view text) {
  for (;;) {
    if (text.starts_with(' ')) {
      text.remove_prefix(1);
    } else if (text.starts_with(no_break_space)) {
      text.remove_prefix(no_break_space.size());
    } else {
      return text;
    }
  }
}

bool is_formula(std::string_view text) {
  const auto rest = after_blanks(text);
  return !rest.empty() && std::string_view("=+-@\t\r").find(rest.front()) != std::string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  std::string safe = is_formula(text) ? "'" : "";
  safe += text;
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_line(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    line += csv_cell(cells[i]);
  }
  return line;
}

}  // namespace review

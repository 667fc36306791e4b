#include "tools/reviewctl/table.hpp"

#include <algorithm>

#include "libreview/base/csv.hpp"
#include "tools/reviewctl/printable.hpp"

namespace reviewctl {
namespace {

constexpr std::size_t least_width = 4;

const char* colour_of(Tone tone) {
  switch (tone) {
    case Tone::bad:
      return "\033[31m";
    case Tone::warning:
      return "\033[33m";
    case Tone::good:
      return "\033[32m";
    case Tone::plain:
      break;
  }
  return "";
}

std::string shaded(const std::string& text, Tone tone, bool colour) {
  return colour && tone != Tone::plain ? colour_of(tone) + text + "\033[0m" : text;
}

void end_line(std::string& out) {
  while (!out.empty() && out.back() == ' ') out.pop_back();
  out += '\n';
}

}  // namespace

std::string table_text(const Table& table, bool colour) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const bool says_something =
        table.rows.empty() ||
        std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return !row[i].text.empty(); });
    if (!table.columns[i].title.empty() && says_something) shown.push_back(i);
  }
  std::vector<std::size_t> widths;
  for (const auto i : shown) {
    widths.push_back(std::max(least_width, width_of(table.columns[i].title)));
    for (const auto& row : table.rows) widths.back() = std::max(widths.back(), width_of(printable(row[i].text)));
  }
  std::string out;
  const auto add = [&](std::size_t column, const std::string& text, Tone tone) {
    out += shaded(text, tone, colour) + std::string(widths[column] + 2 - width_of(text), ' ');
  };
  for (std::size_t c = 0; c < shown.size(); ++c) add(c, table.columns[shown[c]].title, Tone::plain);
  end_line(out);
  for (const auto& row : table.rows) {
    for (std::size_t c = 0; c < shown.size(); ++c) add(c, printable(row[shown[c]].text), row[shown[c]].tone);
    end_line(out);
  }
  return out;
}

std::string csv_text(const Table& table) {
  std::string out;
  std::vector<std::string> cells;
  for (const auto& column : table.columns) cells.push_back(column.name);
  out += review::csv_line(cells) + '\n';
  for (const auto& row : table.rows) {
    cells.clear();
    for (const auto& cell : row) cells.push_back(cell.plain);
    out += review::csv_line(cells) + '\n';
  }
  return out;
}

}  // namespace reviewctl

#include "tools/reviewctl/table.hpp"

#include <algorithm>

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

std::string csv_cell(const std::string& text) {
  std::string safe = text;
  if (!safe.empty() && std::string_view("=+-@\t\r").find(safe.front()) != std::string_view::npos) safe.insert(0, "'");
  if (safe.find_first_of("\",\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

std::string table_text(const Table& table, bool colour) {
  std::vector<std::size_t> widths;
  for (const auto& column : table.columns) widths.push_back(std::max(least_width, width_of(column.title)));
  std::vector<std::vector<std::string>> texts;
  for (const auto& row : table.rows) {
    auto& line = texts.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      line.push_back(printable(row[i].text));
      widths[i] = std::max(widths[i], width_of(line.back()));
    }
  }
  std::string out;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    const auto& title = table.columns[i].title;
    out += title + std::string(widths[i] + 2 - width_of(title), ' ');
  }
  end_line(out);
  for (std::size_t r = 0; r < texts.size(); ++r) {
    for (std::size_t i = 0; i < texts[r].size(); ++i) {
      const auto& text = texts[r][i];
      out += shaded(text, table.rows[r][i].tone, colour) + std::string(widths[i] + 2 - width_of(text), ' ');
    }
    end_line(out);
  }
  return out;
}

std::string csv_text(const Table& table) {
  std::string out;
  for (std::size_t i = 0; i < table.columns.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(table.columns[i].name);
  out += '\n';
  for (const auto& row : table.rows) {
    for (std::size_t i = 0; i < row.size(); ++i) out += (i > 0 ? "," : "") + csv_cell(row[i].plain);
    out += '\n';
  }
  return out;
}

}  // namespace reviewctl

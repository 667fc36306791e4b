#include "libreview/past/guess_mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

/// Headings stand among the first rows that have anything in them.
constexpr std::size_t most_above = 10;
/// A single word that is known may be chance.
constexpr int fewest_known = 2;

const PastField* field_called(const PastWords& words, const std::string& heading, const std::string& on) {
  const auto plain = plain_words(heading);
  const auto found = std::find_if(words.fields.begin(), words.fields.end(), [&](const PastField& field) {
    return field.on.contains(on) && field.headings.contains(plain);
  });
  return found == words.fields.end() ? nullptr : &*found;
}

/// Whether a heading is the label of the field itself, and not one of the other things that people call it.
bool is_label_of(const PastField& field, const std::string& heading) {
  return plain_words(heading) == plain_words(field.label);
}

/// The fields of a row of headings, each once; what stays empty is not known. Of several columns that may be a field,
/// the one with its label is, else the first.
std::vector<std::string> fields_of(const PastWords& words, const std::vector<std::string>& cells,
                                   const std::string& on) {
  std::map<std::string, std::size_t> column_of;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto* field = field_called(words, cells[i], on);
    if (field == nullptr) continue;
    const auto [taken, is_first] = column_of.try_emplace(field->id, i);
    if (!is_first && is_label_of(*field, cells[i]) && !is_label_of(*field, cells[taken->second])) taken->second = i;
  }
  std::vector<std::string> fields(cells.size());
  for (const auto& [field, column] : column_of) fields[column] = field;
  return fields;
}

int known_in(const std::vector<std::string>& fields) {
  return static_cast<int>(std::count_if(fields.begin(), fields.end(), [](const auto& one) { return !one.empty(); }));
}

bool holds_any(const std::vector<std::string>& fields, std::initializer_list<std::string_view> of) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const auto& field) { return std::find(of.begin(), of.end(), field) != of.end(); });
}

MappedSheet guess_sheet(const Sheet& sheet, const PastWords& words, const SheetSorts& sorts) {
  MappedSheet best{.name = sheet.name};
  int most = 0;
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < std::min(sheet.rows.size(), most_above); ++i) {
    for (const auto& on : sorts) {
      auto found = fields_of(words, sheet.rows[i].cells, on);
      if (on == "learning" && !holds_any(found, {"recommendation", "action"})) continue;
      if (known_in(found) <= most) continue;
      most = known_in(found);
      best.heading_row = sheet.rows[i].number;
      best.holds = most >= fewest_known ? on : "";
      fields = std::move(found);
    }
  }
  if (sheet.rows.empty()) best.holds = "nothing";
  if (most == 0 && !sheet.rows.empty()) best.heading_row = sheet.rows.front().number;
  const auto headings = headings_of(sheet, best.heading_row);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    best.columns.push_back({headings[i], i < fields.size() ? fields[i] : std::string()});
  }
  return best;
}

}  // namespace

std::vector<std::string> headings_of(const Sheet& sheet, int heading_row) {
  std::vector<std::string> cells;
  std::size_t columns = 0;
  for (const auto& row : sheet.rows) {
    if (row.number == heading_row) cells = row.cells;
    if (row.number < heading_row) continue;
    for (std::size_t i = columns; i < row.cells.size(); ++i) {
      if (!without_blanks(row.cells[i]).empty()) columns = i + 1;
    }
  }
  std::vector<std::string> headings;
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < columns; ++i) {
    auto heading = i < cells.size() ? without_blanks(cells[i]) : std::string();
    if (heading.empty()) heading = "Column " + column_letters(static_cast<int>(i));
    const int time = ++times[heading];
    headings.push_back(time == 1 ? heading : fmt::format("{} ({})", heading, time));
  }
  return headings;
}

Mapping guess_mapping(const Workbook& book, const PastWords& words, const SheetSorts& sorts) {
  Mapping mapping;
  for (const auto& sheet : book.sheets) mapping.sheets.push_back(guess_sheet(sheet, words, sorts));
  return mapping;
}

}  // namespace review

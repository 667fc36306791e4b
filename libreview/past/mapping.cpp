#include "libreview/past/mapping.hpp"

#include <fmt/format.h>

#include "libreview/law/law_table.hpp"
#include "libreview/law/read_past_words.hpp"

namespace review {
namespace {

constexpr unsigned first_printable = 0x20;

/// A text of TOML on one line.
std::string in_quotes(std::string_view text) {
  std::string all = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      all += '\\';
      all += c;
    } else if (static_cast<unsigned char>(c) < first_printable) {
      all += fmt::format("\\u{:04X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      all += c;
    }
  }
  return all + '"';
}

MappedColumn read_column(LawTable table) {
  MappedColumn column{table.text("heading"), table.text_or_empty("field")};
  const bool known = column.field.empty() || column.field == keep_column || column.field == leave_column ||
                     past_words().field(column.field) != nullptr;
  if (!known) table.refuse_at("field", "there is no field '" + column.field + "'");
  table.no_other_keys();
  return column;
}

MappedSheet read_sheet(LawTable table, const SheetSorts& sorts) {
  MappedSheet sheet{.name = table.text("name")};
  if (table.has("holds")) {
    std::vector<std::string_view> known(sorts.begin(), sorts.end());
    known.emplace_back("nothing");
    sheet.holds = table.one_of("holds", known);
  }
  sheet.heading_row = table.has("heading-row") ? table.number("heading-row") : 1;
  for (auto& column : table.tables("column")) sheet.columns.push_back(read_column(column));
  table.no_other_keys();
  return sheet;
}

MappedWord read_word(LawTable table) {
  MappedWord word{table.text("of"), table.text("written"), table.text("is")};
  if (past_words().field(word.of) == nullptr) table.refuse_at("of", "there is no field '" + word.of + "'");
  table.no_other_keys();
  return word;
}

MappedDefault read_default(LawTable table) {
  MappedDefault one{table.text("field"), table.text("written")};
  if (past_words().field(one.field) == nullptr) table.refuse_at("field", "there is no field '" + one.field + "'");
  table.no_other_keys();
  return one;
}

}  // namespace

std::string write_mapping(const Mapping& mapping) {
  std::string all =
      "# Which column of the spreadsheet is which field. \"keep\" keeps a column in the note of its row,\n"
      "# \"leave\" leaves it out.\n";
  if (!mapping.not_duplicates.empty()) {
    all += "not-duplicates = [";
    for (const auto& one : mapping.not_duplicates) all += (all.ends_with('[') ? "" : ", ") + in_quotes(one);
    all += "]\n";
  }
  for (const auto& sheet : mapping.sheets) {
    all += fmt::format("\n[[sheet]]\nname = {}\n", in_quotes(sheet.name));
    if (!sheet.holds.empty()) all += fmt::format("holds = {}\n", in_quotes(sheet.holds));
    all += fmt::format("heading-row = {}\n", sheet.heading_row);
    for (const auto& column : sheet.columns) {
      all += fmt::format("[[sheet.column]]\nheading = {}\n", in_quotes(column.heading));
      if (!column.field.empty()) all += fmt::format("field = {}\n", in_quotes(column.field));
    }
  }
  for (const auto& word : mapping.words) {
    all += fmt::format("\n[[word]]\nof = {}\nwritten = {}\nis = {}\n", in_quotes(word.of), in_quotes(word.written),
                       in_quotes(word.is));
  }
  for (const auto& one : mapping.defaults) {
    all += fmt::format("\n[[default]]\nfield = {}\nwritten = {}\n", in_quotes(one.field), in_quotes(one.written));
  }
  return all;
}

Result<Mapping> read_mapping(std::string_view text, const SheetSorts& sorts) {
  LawReading reading{.file = "The mapping"};
  const auto table = parse_law(text, reading);
  if (!table) return refuse(std::move(*reading.fault));
  LawTable root(*table, reading);
  Mapping mapping;
  mapping.not_duplicates = root.texts("not-duplicates");
  for (auto& sheet : root.tables("sheet")) mapping.sheets.push_back(read_sheet(sheet, sorts));
  for (auto& word : root.tables("word")) mapping.words.push_back(read_word(word));
  for (auto& one : root.tables("default")) mapping.defaults.push_back(read_default(one));
  root.no_other_keys();
  if (reading.fault) return refuse(std::move(*reading.fault));
  return mapping;
}

}  // namespace review

#include "reviewd/documents/xlsx_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

#include "libreview/past/serial_day.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/office_file.hpp"
#include "reviewd/documents/xlsx_formats.hpp"
#include "reviewd/documents/xlsx_parts.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;
using review::Result;

/// The last row and column that a spreadsheet can have.
constexpr int last_row = 1'048'576;
constexpr int last_column = 16'384;
/// Far more than a spreadsheet takes for the name of a sheet, which stands with all that is said of its rows.
constexpr std::size_t most_of_name = 255;
constexpr const char* damaged = "The file is damaged. Open it in your spreadsheet, save it again and send that.";

struct Place {
  int row = 0;     ///< from 1
  int column = 0;  ///< from 0
};

/// `B7`, with or without `$`.
std::optional<Place> place_of(std::string_view text) {
  Place place;
  std::size_t i = 0;
  int column = 0;
  for (; i < text.size() && text[i] >= 'A' && text[i] <= 'Z' && column <= last_column; ++i) {
    column = column * 26 + (text[i] - 'A' + 1);
  }
  const auto figures = text.substr(i);
  const auto [end, fault] = std::from_chars(figures.data(), figures.data() + figures.size(), place.row);
  const bool good = column >= 1 && column <= last_column && fault == std::errc() &&
                    end == figures.data() + figures.size() && place.row >= 1 && place.row <= last_row;
  if (!good) return std::nullopt;
  place.column = column - 1;
  return place;
}

/// The words of a shared or inline string: of its runs, without how they are read aloud.
std::string words_of(const pugi::xml_node& node) {
  std::string all;
  for (const auto& one : node.children()) {
    const auto name = local_name(one.name());
    if (name == "t") all += one.text().get();
    if (name == "r") all += words_of(one);
  }
  return all;
}

class XlsxReader {
 public:
  XlsxReader(const std::string& content, std::vector<ZipMember> members, const review::SheetLimits& limits)
      : parts_(content, std::move(members)), limits_(limits) {}

  Result<review::Workbook> run() {
    const std::string workbook = "xl/workbook.xml";
    pugi::xml_document document;
    const auto there = parts_.read(workbook, document);
    if (!there) return refuse(there.error());
    const auto targets = parts_.targets_of(workbook);
    if (!targets) return refuse(targets.error());
    const auto root = child_of(document, "workbook");
    if (!*there || !root) return refuse(Code::malformed, damaged);
    const auto from_1904 = attribute_of(child_of(root, "workbookPr"), "date1904");
    book_.from_1904 = from_1904 == "1" || from_1904 == "true";
    if (const auto read = read_shared(); !read) return refuse(read.error());
    auto formats = day_formats(parts_, "xl/styles.xml");
    if (!formats) return refuse(formats.error());
    day_formats_ = std::move(*formats);
    for (const auto& sheet : child_of(root, "sheets").children()) {
      const auto state = attribute_of(sheet, "state");
      const auto target = targets->find(attribute_of(sheet, "id"));
      if (target == targets->end()) continue;
      const auto name = attribute_of(sheet, "name");
      if (name.size() > most_of_name) return refuse(Code::malformed, damaged);
      if (state == "hidden" || state == "veryHidden") {
        book_.notices.push_back({name, 0, 0, "This sheet is hidden. Show it, or leave it out in the mapping."});
      }
      if (const auto read = read_sheet(name, target->second); !read) return refuse(read.error());
    }
    return std::move(book_);
  }

 private:
  Result<void> read_shared() {
    pugi::xml_document document;
    const auto there = parts_.read("xl/sharedStrings.xml", document);
    if (!there) return refuse(there.error());
    for (const auto& one : child_of(document, "sst").children()) {
      if (local_name(one.name()) == "si") shared_.push_back(words_of(one));
    }
    return {};
  }

  Result<void> read_sheet(const std::string& name, const std::string& part) {
    pugi::xml_document document;
    const auto there = parts_.read(part, document);
    if (!there) return refuse(there.error());
    const auto root = child_of(document, "worksheet");
    book_.sheets.push_back({name});
    rows_.clear();
    int row = 0;
    for (const auto& one : child_of(root, "sheetData").children()) {
      if (local_name(one.name()) != "row") continue;
      const auto said = place_of("A" + attribute_of(one, "r"));
      row = said ? said->row : row + 1;
      if (const auto read = read_row(one, row, name); !read) return refuse(read.error());
    }
    if (const auto merged = merge(child_of(root, "mergeCells")); !merged) return refuse(merged.error());
    for (auto& [number, cells] : rows_) book_.sheets.back().rows.push_back({number, std::move(cells)});
    return {};
  }

  Result<void> read_row(const pugi::xml_node& node, int row, const std::string& sheet) {
    int column = -1;
    for (const auto& cell : node.children()) {
      if (local_name(cell.name()) != "c") continue;
      const auto said = place_of(attribute_of(cell, "r"));
      column = said ? said->column : column + 1;
      auto text = text_of(cell, {sheet, row, column, {}});
      if (text.empty()) continue;
      if (const auto put = put_cell({row, column}, std::move(text)); !put) return refuse(put.error());
    }
    return {};
  }

  Result<void> put_cell(Place at, std::string text) {
    auto& cells = rows_[at.row];
    const bool fits = at.column < limits_.most_columns && std::ssize(rows_) <= limits_.most_rows &&
                      ++cells_ <= limits_.most_cells && std::ssize(text) <= limits_.most_cell_bytes;
    if (!fits) {
      return refuse(
          Code::too_large,
          fmt::format("The file has more than {} filled rows, {} columns or {} filled cells on its sheets, or "
                      "a cell of more than {} characters. Send it in parts.",
                      limits_.most_rows, limits_.most_columns, limits_.most_cells, limits_.most_cell_bytes));
    }
    if (cells.size() <= static_cast<std::size_t>(at.column)) cells.resize(static_cast<std::size_t>(at.column) + 1);
    cells[static_cast<std::size_t>(at.column)] = std::move(text);
    return {};
  }

  std::string text_of(const pugi::xml_node& cell, review::CellNotice notice) {
    const auto type = attribute_of(cell, "t");
    const auto value = child_of(cell, "v");
    const std::string stored = value.text().get();
    if (type == "inlineStr") return words_of(child_of(cell, "is"));
    if (!value) {
      if (child_of(cell, "f")) {
        notice.says =
            "This is a formula without a stored value. Open the file in your spreadsheet, save it and send "
            "it again.";
        book_.notices.push_back(std::move(notice));
      }
      return {};
    }
    if (type == "s") {
      std::size_t index = 0;
      const auto [end, fault] = std::from_chars(stored.data(), stored.data() + stored.size(), index);
      return fault == std::errc() && index < shared_.size() ? shared_[index] : std::string();
    }
    if (type == "b") return stored == "1" || stored == "true" ? "TRUE" : "FALSE";
    if (type == "str" || type == "d") return stored;
    if (type == "e") {
      notice.says = "This cell shows an error. Mend it in your spreadsheet and send the file again.";
      book_.notices.push_back(std::move(notice));
      return {};
    }
    return number_text(cell, stored, std::move(notice));
  }

  std::string number_text(const pugi::xml_node& cell, const std::string& stored, review::CellNotice notice) {
    double number = 0;
    const auto [end, fault] = std::from_chars(stored.data(), stored.data() + stored.size(), number);
    if (fault != std::errc() || end != stored.data() + stored.size() || !std::isfinite(number)) return stored;
    std::size_t format = 0;
    const auto style = attribute_of(cell, "s");
    std::from_chars(style.data(), style.data() + style.size(), format);
    if (format >= day_formats_.size() || !day_formats_[format]) return fmt::format("{}", number);
    if (const auto day = review::day_of_serial(number, book_.from_1904)) return day->iso();
    notice.says = "This is shown as a day that never was. Write the day anew.";
    book_.notices.push_back(std::move(notice));
    return {};
  }

  /// What is merged stands in each of its places. Merging beyond what is filled fills nothing.
  Result<void> merge(const pugi::xml_node& node) {
    const int bottom = rows_.empty() ? 0 : rows_.rbegin()->first;
    for (const auto& one : node.children()) {
      const auto range = attribute_of(one, "ref");
      const auto colon = range.find(':');
      const auto from = place_of(range.substr(0, colon));
      const auto to = colon == std::string::npos ? std::nullopt : place_of(range.substr(colon + 1));
      if (!from || !to || !rows_.contains(from->row)) continue;
      const auto& first = rows_[from->row];
      if (first.size() <= static_cast<std::size_t>(from->column)) continue;
      const std::string text = first[static_cast<std::size_t>(from->column)];
      if (text.empty()) continue;
      for (int row = from->row; row <= std::min(to->row, bottom); ++row) {
        if (row != from->row && !rows_.contains(row)) continue;
        for (int column = from->column; column <= std::min(to->column, limits_.most_columns - 1); ++column) {
          if (row == from->row && column == from->column) continue;
          if (const auto put = put_cell({row, column}, text); !put) return refuse(put.error());
        }
      }
    }
    return {};
  }

  XlsxParts parts_;
  const review::SheetLimits& limits_;
  review::Workbook book_{};
  std::vector<std::string> shared_{};
  std::vector<bool> day_formats_{};
  std::map<int, std::vector<std::string>> rows_{};
  int cells_ = 0;
};

}  // namespace

Result<review::Workbook> xlsx_sheets(const std::string& content, const review::SheetLimits& limits) {
  const auto file = office_file(content);
  if (file.media_type != media_types::xlsx) {
    return refuse(Code::unsupported_media_type,
                  file.fault.empty() ? "Send an Excel file (.xlsx) or a CSV file." : std::string(file.fault));
  }
  auto members = read_zip(content);
  if (!members) return refuse(Code::malformed, damaged);
  return XlsxReader(content, std::move(*members), limits).run();
}

}  // namespace reviewd

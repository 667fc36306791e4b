#include "libreview/past/mapping_faults.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr int most_notices = 1000;

class Checking {
 public:
  Checking(const Mapping& mapping, const PastWords& words, const SheetDemand& demand)
      : mapping_(mapping), words_(words), demand_(demand) {
    for (const auto& one : mapping.sheets) sheets_.emplace(one.name, &one);
  }

  std::vector<RowFinding> run(const Workbook& book) {
    for (const auto& notice : book.notices) put_notice(notice);
    if (notices_ > most_notices) {
      fault("", "", "too-large",
            fmt::format("{} more cells could not be read. Mend those that are named, then send the file again.",
                        notices_ - most_notices));
    }
    for (const auto& mapped : mapping_.sheets) {
      const bool there = std::ranges::any_of(book.sheets, [&](const Sheet& one) { return one.name == mapped.name; });
      if (there) continue;
      fault(mapped.name, "", "missing-reference",
            "The mapping names a sheet that the file does not have. Take it out of the mapping, or rename the sheet.");
    }
    for (const auto& sheet : book.sheets) check_sheet(sheet);
    return std::move(findings_);
  }

 private:
  void fault(const std::string& sheet, const std::string& column, std::string_view code, std::string says,
             int row = 0) {
    findings_.push_back({sheet, row, beginning_of(column), std::string(code), std::move(says)});
  }

  void put_notice(const CellNotice& notice) {
    const auto found = sheets_.find(notice.sheet);
    if (found == sheets_.end() || found->second->holds == "nothing") return;
    const auto* sheet = found->second;
    const auto column = static_cast<std::size_t>(notice.column);
    const bool named = notice.row > 0 && column < sheet->columns.size();
    if (named && sheet->columns[column].field == leave_column) return;
    if (++notices_ > most_notices) return;
    fault(notice.sheet,
          named            ? sheet->columns[column].heading
          : notice.row > 0 ? column_letters(notice.column)
                           : std::string(),
          "malformed", notice.says, notice.row);
  }

  void check_sheet(const Sheet& sheet) {
    const auto* said = mapped_sheet(mapping_, sheet.name);
    if (said == nullptr || said->holds.empty()) {
      if (sheet.rows.empty()) return;
      return fault(sheet.name, "", "missing-field", fmt::format("Say what this sheet holds: {}.", demand_.holds));
    }
    if (said->holds == "nothing") return;
    if (!has_columns_of(sheet, *said)) {
      return fault(sheet.name, "", "stale",
                   "The columns of this sheet are not those of the mapping. Make the mapping anew for this file.");
    }
    check_columns(*said);
  }

  void check_columns(const MappedSheet& said) {
    std::vector<std::string> taken;
    for (const auto& column : said.columns) {
      if (column.field.empty()) {
        fault(said.name, column.heading, "missing-field",
              "Nobody has said what this column is. Say which field it is, keep it in the note, or leave it out.");
        continue;
      }
      if (column.field == keep_column || column.field == leave_column || column.field == "note") continue;
      const auto* field = words_.field(column.field);
      if (field == nullptr || !field->on.contains(said.holds)) {
        fault(said.name, column.heading, "not-a-choice", "This field does not stand on a sheet of this sort.");
      }
      if (std::ranges::find(taken, column.field) != taken.end()) {
        fault(said.name, column.heading, "already-recorded",
              "Another column is this field already. Keep this one in the note, or leave it out.");
      }
      taken.push_back(column.field);
    }
    for (const auto& [field, says] : demand_.fields) {
      if (std::ranges::find(taken, field) == taken.end()) {
        fault(said.name, "", "missing-field", std::string(says));
      }
    }
  }

  const Mapping& mapping_;
  const PastWords& words_;
  const SheetDemand& demand_;
  std::map<std::string_view, const MappedSheet*> sheets_{};
  int notices_ = 0;
  std::vector<RowFinding> findings_{};
};

}  // namespace

std::vector<RowFinding> mapping_faults(const Workbook& book, const Mapping& mapping, const PastWords& words,
                                       const SheetDemand& demand) {
  return Checking(mapping, words, demand).run(book);
}

bool has_columns_of(const Sheet& sheet, const MappedSheet& mapped) {
  const auto headings = headings_of(sheet, mapped.heading_row);
  return std::ranges::equal(headings, mapped.columns, {}, {}, &MappedColumn::heading);
}

const MappedSheet* mapped_sheet(const Mapping& mapping, std::string_view name) {
  const auto found = std::ranges::find(mapping.sheets, name, &MappedSheet::name);
  return found == mapping.sheets.end() ? nullptr : &*found;
}

std::vector<const SheetRow*> rows_below_headings(const Sheet& sheet, const MappedSheet& mapped) {
  std::vector<const SheetRow*> rows;
  for (const auto& one : sheet.rows) {
    if (one.number <= mapped.heading_row) continue;
    const bool blank = std::ranges::all_of(one.cells, [](const auto& cell) { return without_blanks(cell).empty(); });
    if (!blank) rows.push_back(&one);
  }
  return rows;
}

}  // namespace review

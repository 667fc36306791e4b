#include "libreview/chronology/chronology_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/chronology/chronology_row.hpp"
#include "libreview/past/guess_mapping.hpp"
#include "libreview/past/mapping_faults.hpp"

namespace review {
namespace {

constexpr std::size_t most_rows = 2000;
/// Of an entry, which pages and lists read whole.
constexpr std::size_t most_bytes = 1024UL * 1024;

const SheetDemand demand{"the chronology, or nothing",
                         {{"chronology-on", "Say which column says when it was."},
                          {"chronology-what", "Say which column says what happened."}}};

void add(std::vector<RowFinding>& all, const std::vector<RowFinding>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// A chronology that does not fit, or has nothing in it.
void check_size(ChronologyTable& table) {
  std::size_t bytes = 0;
  for (const auto& row : table.rows) bytes += row.ByteSizeLong();
  if (table.rows.empty() && table.good()) {
    table.findings.push_back({{}, 0, {}, "missing-field", "There is no row below the headings."});
  } else if (table.rows.size() > most_rows || bytes > most_bytes) {
    table.findings.push_back({{},
                              0,
                              {},
                              "too-large",
                              fmt::format("A chronology has at most {} rows and 1 MB of text. Leave out the columns "
                                          "that are not needed, or the time before the review's.",
                                          most_rows)});
  }
}

}  // namespace

bool ChronologyTable::good() const {
  return std::ranges::none_of(findings, [](const RowFinding& one) { return one.is_error(); });
}

Mapping guess_chronology(const Workbook& book, const PastWords& words) {
  auto mapping = guess_mapping(book, words, chronology_sheets);
  for (auto& sheet : mapping.sheets) {
    for (auto& column : sheet.columns) {
      if (column.field.empty()) column.field = keep_column;
    }
  }
  return mapping;
}

ChronologyTable read_chronology(const Workbook& book, const Mapping& mapping, const PastWords& words, Date today) {
  ChronologyTable table;
  table.findings = mapping_faults(book, mapping, words, demand);
  // Without its columns no row can be read.
  if (!table.good()) return table;
  const KnownWords known(words, mapping, {}, {});
  const PastReading reading{words, known, today, book.from_1904};
  for (const auto& sheet : book.sheets) {
    const auto* mapped = mapped_sheet(mapping, sheet.name);
    if (mapped == nullptr || mapped->holds != "chronology") continue;
    for (const auto* one : rows_below_headings(sheet, *mapped)) {
      // That there are too many is known: what stands in the others is not needed for it.
      if (table.rows.size() > most_rows) break;
      PastRow row(reading, *mapped, *one);
      table.rows.push_back(chronology_row(row));
      add(table.findings, row.findings());
    }
  }
  check_size(table);
  return table;
}

}  // namespace review

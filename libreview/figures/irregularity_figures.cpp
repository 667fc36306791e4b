#include <algorithm>

#include "libreview/base/refusal.hpp"
#include "libreview/figures/build_table.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {

FigureTable irregularity_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule, {}, {{std::string(all_lines), "Number"}});
  for (const auto& row : code_table()) {
    if (row.overridable) need_row(table, {std::string(row.name), std::string(row.title)});
  }
  each_counted(asked, [&](const CountedCase& one) {
    for (const auto& irregularity : one.file.irregularities()) {
      const bool is_read = std::ranges::find(one.entries, irregularity.entry(), &v1::Entry::entry) != one.entries.end();
      if (!is_read || !asked.period.has(irregularity.occurred_on())) continue;
      const auto* row = find_code(irregularity.code());
      need_row(table, {irregularity.code(), row == nullptr ? irregularity.code() : std::string(row->title)});
      count_in(table, irregularity.code(), all_lines, {one.file.case_(), irregularity.entry(), irregularity.code()});
    }
  });
  add_row_of_all(table);
  return table;
}

}  // namespace review

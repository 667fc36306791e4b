#include "reviewd/api/figures_csv.hpp"

#include <fmt/format.h>

#include "reviewd/api/csv_file.hpp"

namespace reviewd {
namespace {

std::string_view why_words(review::Hidden why) {
  switch (why) {
    case review::Hidden::small:
      return "SMALL";
    case review::Hidden::beside:
      return "BESIDE";
    case review::Hidden::no:
      break;
  }
  return "";
}

/// Below the table, what is said of single cases: why something was late, what a correction turned.
void add_remarks(const ShownPack& pack, const review::FigureTable& table, CsvLines& lines) {
  if (pack.published || table.remarks.empty()) return;
  lines.push_back({});
  lines.push_back({"case", "entry", "says"});
  lines.push_back({"Case or programme", "Entry", "Remark"});
  for (const auto& remark : table.remarks) lines.push_back({remark.about.case_id, remark.about.entry, remark.says});
}

}  // namespace

Response figures_csv(const ShownPack& pack, const review::FigureTable& table) {
  const bool marks = table.guarded && !pack.published;
  CsvLines lines{{pack.published ? "For publication" : "OFFICIAL-SENSITIVE",
                  pack.practice ? "PRACTICE: everything here is invented" : "",
                  fmt::format("{} to {}", pack.period.from.iso(), pack.period.to.iso()),
                  fmt::format("as recorded by {}", pack.as_at.iso())}};
  for (auto& sentence : stamp_sentences(pack.stamp)) lines.front().push_back(std::move(sentence));
  std::vector<std::string> ids{"row", "title"};
  std::vector<std::string> titles{"Row", table.title};
  for (const auto& column : table.columns) {
    ids.push_back(column.id);
    titles.push_back(column.title);
    if (!marks) continue;
    ids.push_back(column.id + "-left-out");
    titles.push_back(column.title + ": left out when published");
  }
  lines.push_back(std::move(ids));
  lines.push_back(std::move(titles));
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    std::vector<std::string> cells{table.rows[row].id, table.rows[row].title};
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      cells.push_back(pack.figure_words(table, {row, column}));
      if (marks) cells.emplace_back(why_words(pack.why_hidden(table, {row, column})));
    }
    lines.push_back(std::move(cells));
  }
  add_remarks(pack, table, lines);
  Response response{200, "text/csv; charset=utf-8", "\xef\xbb\xbf"};
  add_csv_lines(response, lines);
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}-to-{}.csv\"", table.id,
                                                                   pack.period.from.iso(), pack.period.to.iso()));
  return response;
}

}  // namespace reviewd

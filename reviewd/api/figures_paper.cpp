#include "reviewd/api/figures_paper.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/figures/rows_of_none.hpp"
#include "reviewd/base/none_sentence.hpp"
#include "reviewd/base/short_name_words.hpp"
#include "reviewd/letters/letter_words.hpp"
#include "reviewd/paper/bar_chart.hpp"

namespace reviewd {
namespace {

/// What has no words of its own is a short name: a place or a theme.
std::string line_title(const review::FigureLine& line) {
  return line.title == line.id ? place_words(line.title) : line.title;
}

std::string cell_words(const ShownPack& pack, const review::FigureTable& table, review::FigurePlace place) {
  const bool marked = !pack.published && pack.why_hidden(table, place) != review::Hidden::no;
  return pack.figure_words(table, place) + (marked ? "*" : "");
}

/// By the last column; the total is no bar.
std::vector<Bar> bars_of(const ShownPack& pack, const review::FigureTable& table) {
  std::vector<Bar> bars;
  if (!table.chart || table.columns.empty()) return bars;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (table.rows[row].id == "all") continue;
    const review::FigurePlace place{row, table.columns.size() - 1};
    const bool told = !pack.published || pack.why_hidden(table, place) == review::Hidden::no;
    bars.push_back({table.rows[row].title, told ? std::optional(table.at(place).value()) : std::nullopt});
  }
  return bars;
}

/// The letters of the longest word: a column that is as wide breaks none.
int longest_word_of(const std::string& words) {
  std::size_t longest = 0;
  std::size_t from = 0;
  while (from < words.size()) {
    const auto to = std::min(words.find(' ', from), words.size());
    longest = std::max(longest, to - from);
    from = to + 1;
  }
  return static_cast<int>(longest);
}

/// Without the rows that a sentence tells.
paper::Table paper_table_of(const ShownPack& pack, const review::FigureTable& table,
                            const std::vector<std::size_t>& none) {
  constexpr int of_rows = 20;    // of what each row is, in letters
  constexpr int of_numbers = 6;  // at least, of a column
  paper::Table shown{table.title, {"What"}, {}, {of_rows}};
  for (const auto& column : table.columns) {
    shown.columns.push_back(line_title(column));
    shown.widths.push_back(std::max(of_numbers, longest_word_of(shown.columns.back()) + 1));
  }
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (std::ranges::binary_search(none, row)) continue;
    std::vector<std::string> cells{line_title(table.rows[row])};
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      cells.push_back(cell_words(pack, table, {row, column}));
    shown.rows.push_back(std::move(cells));
  }
  return shown;
}

void add_paper_table(const ShownPack& pack, const review::FigureTable& table, std::vector<paper::Block>& blocks) {
  blocks.emplace_back(paper::Heading{2, table.title});
  blocks.emplace_back(paper::Paragraph{table.note});
  if (const auto bars = bars_of(pack, table); !bars.empty())
    blocks.emplace_back(picture_of(bar_chart(table.id, table.title, bars)));
  const auto none = review::rows_of_none(table, pack.hidden);
  std::vector<std::string> titles;
  for (const auto row : none) titles.push_back(line_title(table.rows[row]));
  if (table.rows.empty()) blocks.emplace_back(paper::Paragraph{"Nothing is recorded."});
  if (none.size() < table.rows.size()) blocks.emplace_back(paper_table_of(pack, table, none));
  if (!none.empty()) blocks.emplace_back(paper::Paragraph{none_sentence(titles)});
  if (pack.published) return;
  for (const auto& remark : table.remarks)
    blocks.emplace_back(paper::Paragraph{fmt::format("Case {}: {}", remark.about.case_id, remark.says)});
}

}  // namespace

Paper figures_paper(const ShownPack& pack) {
  Paper paper{.title = fmt::format("Yearly report, {} to {}", letter_day(pack.period.from.iso()),
                                   letter_day(pack.period.to.iso())),
              .marking = pack.published ? "" : "OFFICIAL-SENSITIVE",
              .foot = "As recorded by " + letter_day(pack.as_at.iso()),
              .practice = pack.practice};
  if (!pack.of_every_case) {
    paper.blocks.emplace_back(
        paper::Paragraph{"These are not the figures of the whole partnership: they count the cases that belong to who "
                         "took them, and no others.",
                         paper::Paragraph::Look::note});
  }
  paper.blocks.emplace_back(paper::Paragraph{
      pack.published ? fmt::format("In tables about children and families, numbers below {} and what would tell them "
                                   "are left out and shown as c. 0 means none.",
                                   pack.below)
                     : std::string("OFFICIAL-SENSITIVE. Not for publication: small numbers stand here in full. Those "
                                   "that are left out of what is published are marked with a star.")});
  for (const auto& table : pack.tables) add_paper_table(pack, table, paper.blocks);
  paper.blocks.emplace_back(paper::Heading{2, "How this report was made"});
  for (auto& sentence : stamp_sentences(pack.stamp)) paper.blocks.emplace_back(paper::Paragraph{std::move(sentence)});
  return paper;
}

}  // namespace reviewd

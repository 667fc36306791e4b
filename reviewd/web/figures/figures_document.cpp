#include "reviewd/web/figures/figures_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/value_to.hpp>

#include "libreview/calendar/london.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

review::Instant dated(const View& view) {
  const auto day = review::Date::parse(view.at("asAt").as_string());
  return day ? review::start_of_london_day(*day) : review::Instant();
}

bool is_true(const View& view, std::string_view name) {
  const auto* value = view.if_contains(name);
  return value != nullptr && value->is_bool() && value->get_bool();
}

std::string words_in(const View& view, std::string_view name) { return view.at(name).as_string().c_str(); }

paper::Picture picture_of(const json::object& chart) {
  return {words_in(chart, "name"),
          words_in(chart, "words"),
          filled("figure_chart", chart),
          "svg",
          chart.at("paperWidth").as_double(),
          chart.at("paperHeight").as_double()};
}

/// The letters of the longest word: a column that is as wide breaks none.
int longest_word(const std::string& words) {
  std::size_t longest = 0;
  std::size_t from = 0;
  while (from < words.size()) {
    const auto to = std::min(words.find(' ', from), words.size());
    longest = std::max(longest, to - from);
    from = to + 1;
  }
  return static_cast<int>(longest);
}

paper::Table table_of(const json::value& shown) {
  constexpr int of_rows = 20;    // of what each row is, in letters
  constexpr int of_numbers = 6;  // at least, of a column
  paper::Table table{text_in(shown, "title"), {"What"}, {}, {of_rows}};
  for (const auto& column : list_in(shown, "columns")) {
    table.columns.push_back(text_in(column, "title"));
    table.widths.push_back(std::max(of_numbers, longest_word(table.columns.back()) + 1));
  }
  for (const auto& row : list_in(shown, "rows")) {
    std::vector<std::string> cells{text_in(row, "title")};
    for (const auto& cell : list_in(row, "cells"))
      cells.push_back(text_in(cell, "words") + (flag_in(cell, "isLeftOut") ? "*" : ""));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

void add_table(std::vector<paper::Block>& blocks, const json::value& shown) {
  blocks.emplace_back(paper::Heading{2, text_in(shown, "title")});
  blocks.emplace_back(paper::Paragraph{text_in(shown, "note")});
  const auto* chart = shown.as_object().if_contains("chart");
  if (chart != nullptr && chart->is_object()) blocks.emplace_back(picture_of(chart->get_object()));
  if (flag_in(shown, "hasRows")) {
    blocks.emplace_back(table_of(shown));
  } else {
    blocks.emplace_back(paper::Paragraph{"Nothing is recorded."});
  }
  for (const auto& remark : list_in(shown, "remarks"))
    blocks.emplace_back(paper::Paragraph{fmt::format("Case {}: {}", text_in(remark, "case"), text_in(remark, "says"))});
}

}  // namespace

std::string figures_document(const View& view) {
  const bool published = is_true(view, "published");
  Paper paper;
  paper.title = fmt::format("Yearly report, {} to {}", words_in(view, "fromDay"), words_in(view, "toDay"));
  paper.marking = published ? "" : "OFFICIAL-SENSITIVE";
  paper.foot = fmt::format("As recorded by {}", words_in(view, "asAtDay"));
  paper.practice = is_true(view, "practice");
  paper.blocks.emplace_back(paper::Paragraph{
      published ? fmt::format("In tables about children and families, numbers below {} and what would tell them are "
                              "left out and shown as c. 0 means none.",
                              json::value_to<int>(view.at("smallBelow")))
                : std::string("OFFICIAL-SENSITIVE. Not for publication: small numbers stand here in full. Those that "
                              "are left out of what is published are marked with a star.")});
  for (const auto& table : view.at("tables").as_array()) add_table(paper.blocks, table);
  return write_paper(paper, dated(view));
}

}  // namespace reviewd

#include "libreview/figures/published_form.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace review {
namespace {

/// Where a column stands in what is published, by where it stands here.
using PublishedColumns = std::map<std::size_t, std::size_t>;

PublishedColumns published_columns(const FigureTable& table) {
  PublishedColumns kept;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (!table.columns[column].ours) kept.emplace(column, kept.size());
  }
  return kept;
}

/// Nothing where a part of it is not published.
std::optional<FigureSum> published_sum(const FigureSum& sum, const PublishedColumns& kept) {
  const auto is_kept = [&](const FigurePlace& place) { return kept.contains(place.column); };
  if (!is_kept(sum.whole) || !std::ranges::all_of(sum.parts, is_kept)) return std::nullopt;
  FigureSum out{{sum.whole.row, kept.at(sum.whole.column)}, {}};
  for (const auto& part : sum.parts) out.parts.push_back({part.row, kept.at(part.column)});
  return out;
}

FigureTable published_table(const FigureTable& table) {
  const auto kept = published_columns(table);
  if (kept.size() == table.columns.size()) return table;
  FigureTable out = table;
  out.columns.clear();
  for (const auto& [from, to] : kept) out.columns.push_back(table.columns[from]);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    out.figures[row].clear();
    for (const auto& [from, to] : kept) out.figures[row].push_back(table.figures[row][from]);
  }
  out.sums.clear();
  for (const auto& sum : table.sums) {
    if (auto published = published_sum(sum, kept)) out.sums.push_back(std::move(*published));
  }
  return out;
}

}  // namespace

std::vector<FigureTable> published_form(const std::vector<FigureTable>& tables) {
  std::vector<FigureTable> out;
  out.reserve(tables.size());
  for (const auto& table : tables) out.push_back(published_table(table));
  return out;
}

}  // namespace review

#include "tools/reviewctl/verbs/answer_table.hpp"

#include <utility>

#include "tools/reviewctl/json_fields.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

Cell cell_of(const json::object& row, const AnswerColumn& column) {
  if (column.as == Shown::reference) return reference_in(row);
  if (!row.contains(column.name)) return std::string();
  switch (column.as) {
    case Shown::choice: {
      const auto value = text_of(row, column.name);
      return {in_plain(value), value};
    }
    case Shown::flag:
      return std::string(is_true(row, column.name) ? "yes" : "no");
    case Shown::number:
      return std::to_string(number_of(row, column.name));
    case Shown::texts: {
      std::string all;
      for (const auto& one : list_of(row, column.name)) all += (all.empty() ? "" : "; ") + std::string(one.as_string());
      return all;
    }
    case Shown::text:
    case Shown::reference:
      break;
  }
  return text_of(row, column.name);
}

}  // namespace

Listing listing_of(const json::object& answer, const std::string& list, const std::vector<AnswerColumn>& columns,
                   std::string none) {
  Listing listing{list, {}, {}, std::move(none)};
  for (const auto& column : columns) listing.table.columns.push_back({column.title, column.name});
  for (const auto* row : objects_of(answer, list)) {
    std::vector<Cell> cells;
    for (const auto& column : columns) cells.push_back(cell_of(*row, column));
    listing.items.emplace_back(*row);
    listing.table.rows.push_back(std::move(cells));
  }
  return listing;
}

void show_lists(Output& output, const json::object& answer,
                const std::vector<std::pair<std::string, std::vector<AnswerColumn>>>& lists) {
  for (const auto& [list, columns] : lists) {
    const auto listing = listing_of(answer, list, columns, "");
    if (listing.items.empty()) continue;
    output.table(listing.table);
    output.line();
  }
}

}  // namespace reviewctl

#include "libreview/story/check_figure.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/figures/figure_pack.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/sort_of_file.hpp"

namespace review {
namespace {

struct Counted {
  std::vector<CountedCase> cases{};
  std::vector<CountedCase> programmes{};
};

/// The records that are there by then.
Counted counted_in(World& world, const Cast& cast, std::optional<Date> as_at) {
  Counted counted;
  for (const auto& id : cast.cases()) {
    auto recorded = world.entries(id, as_at);
    auto clocks = world.clocks(id, as_at);
    if (!recorded || !clocks) continue;
    std::erase_if(*recorded, [](const v1::Entry& entry) { return entry.hidden(); });
    CountedCase one{fold(*recorded), *recorded, effective(*recorded), std::move(*clocks)};
    auto& into = sort_of(one.file) == "programme" ? counted.programmes : counted.cases;
    into.push_back(std::move(one));
  }
  return counted;
}

}  // namespace

std::string check_figure(const Expectation& expected, World& world, const Cast& cast, const StoryRules& rules,
                         std::optional<Date> as_at, Date today) {
  const auto counted = counted_in(world, cast, as_at);
  const Date day = as_at.value_or(today);
  const auto pack = figure_pack({.cases = counted.cases,
                                 .period = reported_year_of(rules.law.figures(), day),
                                 .as_at = day,
                                 .law = rules.law,
                                 .calendar = rules.calendar,
                                 .programmes = counted.programmes});
  const auto table = std::ranges::find(pack, expected.name, &FigureTable::id);
  if (table == pack.end()) return "there is no such table";
  const auto row = std::ranges::find(table->rows, expected.details.at("row"), &FigureLine::id);
  if (row == table->rows.end()) return "the table has no such row";
  const auto column = std::ranges::find(table->columns, expected.details.at("column"), &FigureLine::id);
  if (column == table->columns.end()) return "the table has no such column";
  const int found = table
                        ->at({static_cast<std::size_t>(row - table->rows.begin()),
                              static_cast<std::size_t>(column - table->columns.begin())})
                        .value();
  return std::to_string(found) == expected.details.at("number") ? std::string() : fmt::format("it is {}", found);
}

}  // namespace review

#pragma once

#include <map>
#include <string>
#include <vector>

#include "libreview/figures/figure_table.hpp"

namespace review {

/// Why a figure is not published.
enum class Hidden {
  no,     ///< it is published
  small,  ///< it is small itself, or a part of what is
  beside  ///< with it, and the totals, a small one could be told
};

/// A figure by the ids of its table, row and column.
struct FigureName {
  std::string table;
  std::string row;
  std::string column;
  auto operator<=>(const FigureName&) const = default;
};

/// What is not published. What is not in it is.
using HiddenFigures = std::map<FigureName, Hidden>;

/// A pack of the same period that was published before, with what was left out of it.
struct PublishedPack {
  std::vector<FigureTable> tables;
  HiddenFigures hidden;
};

/// Which figures are left out where the tables are published together, beside what was published of the same period
/// before. In guarded tables a figure from 1 to `below - 1` is small, and so is one that differs from what was
/// published before by no more; the parts of a small whole are left out with it, also a 0 that no whole tells, and no
/// other 0 is. Then so many others are left out that whoever knows every total, takes what did not change to be the
/// same, and minds which 0 would be published, must think of each small figure that it may be `below` or more. What is
/// not guarded is left out only where nothing else would do. A guarded column that grows from year to year is left out
/// whole, also its 0, and so is a column of our own view, save in rows that are published as 0 throughout; it covers
/// nothing.
[[nodiscard]] HiddenFigures suppress(const std::vector<FigureTable>& tables, int below,
                                     const std::vector<PublishedPack>& before = {});

/// The reason, of a figure.
[[nodiscard]] Hidden hidden_in(const HiddenFigures& hidden, const FigureName& name);

}  // namespace review

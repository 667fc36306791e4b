#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/figures/suppress.hpp"

namespace review::test {

/// What somebody works out who knows every published number, every sum and the rule: what is left out is 1 or more,
/// since a 0 is published, unless it is a part of a small whole that is left out with its parts; and that each case
/// concerns a child, so that children of a route are no fewer than its cases. What is attacked is what is published:
/// see `published_form`. By linear programming over fractions, so over all differences of all sums at once. It shares
/// nothing with the solver but the tables.
struct Attacker {
  /// The most that a figure can be; nothing where there is no end to it. `below` is what is not small; one that can
  /// only be small is told as one less. Throws std::logic_error where there is no such figure, and where what is
  /// published contradicts itself.
  [[nodiscard]] static std::optional<int> most(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                               const FigureName& figure, int below,
                                               const std::vector<PublishedPack>& before = {});

  /// The small figures of guarded tables, `table/row/column`, of which it is known that they are small.
  [[nodiscard]] static std::vector<std::string> found_out(const std::vector<FigureTable>& tables,
                                                          const HiddenFigures& hidden, int below,
                                                          const std::vector<PublishedPack>& before = {});
};

}  // namespace review::test

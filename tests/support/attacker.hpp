#pragma once

#include <optional>
#include <vector>

#include "libreview/figures/figure_table.hpp"
#include "libreview/figures/suppress.hpp"

namespace review::test {

/// What somebody works out who knows every published number and every sum, and that nothing is under 0: by linear
/// programming over fractions, so over all differences of all sums at once. It shares nothing with the solver but the
/// tables.
struct Attacker {
  /// The most that a hidden figure can be; nothing where there is no end to it. Throws std::logic_error for a figure
  /// that is published, and where what is published contradicts itself.
  [[nodiscard]] static std::optional<int> most(const std::vector<FigureTable>& tables, const HiddenFigures& hidden,
                                               const FigureName& figure, const std::vector<PublishedPack>& before = {});
};

}  // namespace review::test

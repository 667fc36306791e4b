#pragma once

#include <functional>
#include <string>
#include <vector>

#include "libreview/figures/figure_question.hpp"
#include "libreview/figures/figure_table.hpp"

namespace review {

/// A child of a case that was notified or directed in the period.
struct CountedChild {
  Behind behind;
  std::string_view route;
  const v1::ChildFile* file;
  v1::Child said;  ///< what the record says besides: sex, ethnicity, disability
  v1::Harm harm;   ///< what happened to the child; where that was not said, what happened in the incident
};

/// Of a notified case, the children whom the notification names.
[[nodiscard]] std::vector<CountedChild> counted_children(const FigureQuestion& asked);

/// A table of the children by the row that `row_of` gives; all tables of children have the same last row.
[[nodiscard]] FigureTable table_of_children(const FigureQuestion& asked, const FigureTableRule& rule,
                                            std::vector<FigureLine> rows,
                                            const std::function<std::string(const CountedChild&)>& row_of);

}  // namespace review

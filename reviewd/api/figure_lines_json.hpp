#pragma once

#include <boost/json/array.hpp>
#include <vector>

#include "libreview/figures/figure_table.hpp"

namespace reviewd {

/// The rows or columns of a table, as the API names them.
[[nodiscard]] boost::json::array figure_lines_json(const std::vector<review::FigureLine>& lines);

}  // namespace reviewd

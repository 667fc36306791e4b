#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "libreview/figures/figure_table.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// One thing that a figure counts, with the kind and the day of its entry.
[[nodiscard]] boost::json::object behind_json(Call& call, const review::Behind& behind);
/// Which figure it is, in words: its table, its row and its column.
[[nodiscard]] std::string figure_title(const review::FigureTable& table, review::FigurePlace place);

}  // namespace reviewd

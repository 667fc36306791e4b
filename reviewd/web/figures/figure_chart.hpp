#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace reviewd {

/// The bars of a chart of one table of the yearly report, as a template draws them: one for each row but the total, by
/// the last column. A figure that is left out has no bar and says so. Lengths are in units of the drawing.
[[nodiscard]] boost::json::object figure_chart(const boost::json::value& table);

}  // namespace reviewd

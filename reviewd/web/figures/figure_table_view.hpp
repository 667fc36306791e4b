#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <string>

namespace reviewd {

/// Where what stands behind a figure is shown, by row and column; empty where it opens to nothing.
using AddressOfFigure = std::function<std::string(const std::string& row, const std::string& column)>;

/// A table of figures with its chart, as the template figure_table shows it. What is 0 opens to nothing, and the rows
/// that the table names as `none` are told in a sentence.
[[nodiscard]] boost::json::object figure_table_view(const boost::json::value& table, const AddressOfFigure& address_of);

}  // namespace reviewd

#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// An agency's table as it would be recorded: what has to be mended, each row, and which column is which.
[[nodiscard]] PlainPage chronology_table_page(const boost::json::value& table, const Register& known);

}  // namespace reviewd

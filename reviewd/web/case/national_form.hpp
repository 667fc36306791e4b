#pragma once

#include <boost/json/array.hpp>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The facts of an incident in the order in which the national notification form asks for them, as plain text to copy:
/// `text`; and `missing`, what it asks for and is not recorded. From a Case and its entries, as the API gives them to
/// this reader: what the reader may not see is missing too.
[[nodiscard]] View national_form(const boost::json::value& of_case, const boost::json::array& entries);

}  // namespace reviewd

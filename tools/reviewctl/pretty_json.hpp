#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace reviewctl {

/// JSON over several lines, two blanks a level; what is short and flat stays on its line. No line end.
[[nodiscard]] std::string pretty_json(const boost::json::value& value);

}  // namespace reviewctl

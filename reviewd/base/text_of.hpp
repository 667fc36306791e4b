#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// The text of a member; empty where there is none, or where it is something else.
[[nodiscard]] std::string text_of(const boost::json::object& object, std::string_view name);

}  // namespace reviewd

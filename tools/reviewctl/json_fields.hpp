#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace reviewctl {

/// The text of that name; empty where there is none.
[[nodiscard]] std::string text_of(const boost::json::object& object, std::string_view name);
/// The list of that name; empty where there is none.
[[nodiscard]] const boost::json::array& list_of(const boost::json::object& object, std::string_view name);
[[nodiscard]] boost::json::array json_texts(const std::vector<std::string>& texts);

}  // namespace reviewctl

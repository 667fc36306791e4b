#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// The text of a member; empty where there is none.
[[nodiscard]] std::string text_in(const boost::json::value& object, std::string_view key);
/// The list or the object of a member; an empty one where there is none.
[[nodiscard]] const boost::json::array& list_in(const boost::json::value& object, std::string_view key);
[[nodiscard]] const boost::json::object& object_in(const boost::json::value& object, std::string_view key);
/// What would be gone before it is read.
const boost::json::array& list_in(const boost::json::value&& object, std::string_view key) = delete;
const boost::json::object& object_in(const boost::json::value&& object, std::string_view key) = delete;
/// The whole number of a member; 0 where there is none.
[[nodiscard]] int number_in(const boost::json::value& object, std::string_view key);
/// Whether a member is true; false where there is none.
[[nodiscard]] bool flag_in(const boost::json::value& object, std::string_view key);

/// Text for a template; false, which shows nothing, where it is empty.
[[nodiscard]] boost::json::value shown(const std::string& text);

}  // namespace reviewd

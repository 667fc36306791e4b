#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace reviewctl {

/// The text of that name; empty where there is none.
[[nodiscard]] std::string text_of(const boost::json::object& object, std::string_view name);
/// The number of that name; 0 where there is none.
[[nodiscard]] int number_of(const boost::json::object& object, std::string_view name);
[[nodiscard]] bool is_true(const boost::json::object& object, std::string_view name);
/// The list of that name; empty where there is none.
[[nodiscard]] const boost::json::array& list_of(const boost::json::object& object, std::string_view name);
/// The objects in the list of that name.
[[nodiscard]] std::vector<const boost::json::object*> objects_of(const boost::json::object& object,
                                                                 std::string_view name);
/// The object of that name; null where there is none.
[[nodiscard]] const boost::json::object* object_of(const boost::json::object& object, std::string_view name);
[[nodiscard]] boost::json::array json_texts(const std::vector<std::string>& texts);

/// A choice as people read it: `MET_LATE` becomes `met late`, `working-days` becomes `working days`.
[[nodiscard]] std::string in_plain(std::string choice);

/// The reference of the record that it is, or is of: its `case`, or its `programme`.
[[nodiscard]] std::string reference_in(const boost::json::object& object);

}  // namespace reviewctl

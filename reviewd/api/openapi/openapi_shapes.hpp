#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

/// The parts that JSON Schemas are put together from.
namespace reviewd::openapi {

/// A bare reference, or one behind its collection.
inline constexpr std::string_view reference_pattern =
    "^((people|agencies|entries|cases|programmes)/)?[a-z0-9][a-z0-9-]{0,39}$";
/// A kind of entry, as it is sent or as the law names it.
inline constexpr std::string_view kind_pattern = "^([a-z]+([A-Z][a-z]+)*|[a-z]+(-[a-z]+)*)$";
/// A reference, or a body of the law such as POLICE.
inline constexpr std::string_view body_pattern =
    "^([A-Z][A-Z0-9_]{0,59}|((people|agencies|entries|cases|programmes)/)?[a-z0-9][a-z0-9-]{0,39})$";
/// A day, a month or a year.
inline constexpr std::string_view partial_date_pattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

[[nodiscard]] boost::json::object text(std::string_view says);
[[nodiscard]] boost::json::object text_like(std::string_view says, std::string_view pattern);
[[nodiscard]] boost::json::object whole_number(std::string_view says);
/// A whole number that is no less than this.
[[nodiscard]] boost::json::object count(std::string_view says, int least = 0);
[[nodiscard]] boost::json::object yes_or_no(std::string_view says);
[[nodiscard]] boost::json::object day(std::string_view says);
[[nodiscard]] boost::json::object instant(std::string_view says);
[[nodiscard]] boost::json::object one_of(std::string_view says, const std::vector<std::string_view>& names);
[[nodiscard]] boost::json::object list(std::string_view says, boost::json::object items);
/// Some texts.
[[nodiscard]] boost::json::object texts(std::string_view says);
/// A component, with what it is here if that is worth saying.
[[nodiscard]] boost::json::object schema_ref(std::string_view name, std::string_view says = "");

/// A member of an object.
struct Member {
  std::string name;
  boost::json::object schema;
  bool always = true;  ///< false for what may be absent
};

/// An object that has these members and no others.
[[nodiscard]] boost::json::object object_of(std::string_view says, std::vector<Member> members);

}  // namespace reviewd::openapi

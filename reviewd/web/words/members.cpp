#include "reviewd/web/words/members.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace reviewd {
namespace {

namespace json = boost::json;

const json::value* member(const json::value& object, std::string_view key) {
  return object.is_object() ? object.get_object().if_contains(key) : nullptr;
}

}  // namespace

std::string text_in(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found != nullptr && found->is_string() ? std::string(found->get_string()) : std::string();
}

const json::array& list_in(const json::value& object, std::string_view key) {
  static const json::array none;
  const auto* found = member(object, key);
  return found != nullptr && found->is_array() ? found->get_array() : none;
}

const json::object& object_in(const json::value& object, std::string_view key) {
  static const json::object none;
  const auto* found = member(object, key);
  return found != nullptr && found->is_object() ? found->get_object() : none;
}

int number_in(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found != nullptr && found->is_int64() ? static_cast<int>(found->get_int64()) : 0;
}

bool flag_in(const json::value& object, std::string_view key) {
  const auto* found = member(object, key);
  return found != nullptr && found->is_bool() && found->get_bool();
}

json::value shown(const std::string& text) {
  return text.empty() ? json::value(false) : json::value(json::string(text));
}

}  // namespace reviewd

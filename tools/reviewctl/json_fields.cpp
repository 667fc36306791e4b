#include "tools/reviewctl/json_fields.hpp"

#include <algorithm>

namespace reviewctl {

namespace json = boost::json;

std::string text_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

int number_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : 0;
}

bool is_true(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_bool() && value->get_bool();
}

const json::array& list_of(const json::object& object, std::string_view name) {
  static const json::array none;
  const auto* value = object.if_contains(name);
  return value != nullptr && value->is_array() ? value->get_array() : none;
}

std::vector<const json::object*> objects_of(const json::object& object, std::string_view name) {
  std::vector<const json::object*> all;
  for (const auto& value : list_of(object, name)) {
    if (const auto* one = value.if_object()) all.push_back(one);
  }
  return all;
}

const json::object* object_of(const json::object& object, std::string_view name) {
  const auto* value = object.if_contains(name);
  return value == nullptr ? nullptr : value->if_object();
}

json::array json_texts(const std::vector<std::string>& texts) {
  json::array all;
  for (const auto& text : texts) all.push_back(json::value(json::string(text)));
  return all;
}

std::string in_plain(std::string choice) {
  std::transform(choice.begin(), choice.end(), choice.begin(), [](char c) {
    return c == '_' || c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return choice;
}

std::string reference_in(const boost::json::object& object) {
  const auto reference = text_of(object, "case");
  return reference.empty() ? text_of(object, "programme") : reference;
}

}  // namespace reviewctl

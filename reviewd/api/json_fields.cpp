#include "reviewd/api/json_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::refuse_at;

bool lists(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

review::Result<std::vector<std::string>> texts_in(const json::value& value, std::string_view name) {
  const auto* array = value.if_array();
  std::vector<std::string> texts;
  for (const auto& each : array == nullptr ? json::array{nullptr} : *array) {
    if (!each.is_string()) {
      return refuse_at(Code::wrong_type, fmt::format("{} is a list of texts.", name), review::pointer_to(name));
    }
    texts.emplace_back(each.get_string());
  }
  return texts;
}

}  // namespace

std::string JsonFields::text(std::string_view name) const {
  const auto found = texts.find(std::string(name));
  return found == texts.end() ? std::string() : found->second;
}

std::vector<std::string> JsonFields::list(std::string_view name) const {
  const auto found = lists.find(name);
  return found == lists.end() ? std::vector<std::string>() : found->second;
}

bool JsonFields::flag(std::string_view name) const {
  const auto found = flags.find(name);
  return found != flags.end() && found->second;
}

review::Result<JsonFields> json_fields(const Call& call, const JsonShape& shape) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  JsonFields fields;
  for (const auto& [key, value] : *object) {
    const std::string name(std::string_view{key});
    if (lists(shape.lists, name)) {
      auto texts = texts_in(value, name);
      if (!texts) return review::refuse(texts.error());
      fields.lists[name] = std::move(*texts);
    } else if (lists(shape.flags, name)) {
      if (!value.is_bool()) {
        return refuse_at(Code::wrong_type, fmt::format("{} is true or false.", name), review::pointer_to(name));
      }
      fields.flags[name] = value.get_bool();
    } else if (!lists(shape.required, name) && !lists(shape.optional, name) && !lists(shape.present, name)) {
      return refuse_at(Code::unknown_field, "There is no field of this name here.", review::pointer_to(name));
    } else if (!value.is_string()) {
      return refuse_at(Code::wrong_type, fmt::format("{} is text.", name), review::pointer_to(name));
    } else {
      fields.texts[name] = std::string(value.get_string());
    }
  }
  const auto missing = [](std::string_view name) {
    return refuse_at(Code::missing_field, fmt::format("Give {}.", name), review::pointer_to(name));
  };
  for (const auto name : shape.required) {
    if (fields.text(name).empty()) return missing(name);
  }
  for (const auto name : shape.present) {
    if (!fields.texts.contains(std::string(name))) return missing(name);
  }
  return fields;
}

}  // namespace reviewd

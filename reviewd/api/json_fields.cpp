#include "reviewd/api/json_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;

bool lists(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

review::Result<std::vector<std::string>> texts_in(const json::value& value, std::string_view name) {
  const auto* array = value.if_array();
  std::vector<std::string> texts;
  for (const auto& each : array == nullptr ? json::array{nullptr} : *array) {
    if (!each.is_string()) {
      return review::refuse(field_fault(Code::wrong_type, fmt::format("{} is a list of texts.", name), name));
    }
    texts.emplace_back(each.get_string());
  }
  return texts;
}

}  // namespace

review::Refusal field_fault(Code code, std::string says, std::string_view field) {
  review::Refusal refusal{code, std::move(says)};
  refusal.violations.push_back(review::Violation{fmt::format("/{}", field), refusal.says});
  return refusal;
}

std::string JsonFields::text(std::string_view name) const {
  const auto found = texts.find(name);
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
        return review::refuse(field_fault(Code::wrong_type, fmt::format("{} is true or false.", name), name));
      }
      fields.flags[name] = value.get_bool();
    } else if (!lists(shape.required, name) && !lists(shape.optional, name)) {
      return review::refuse(field_fault(Code::unknown_field, "There is no field of this name here.", name));
    } else if (!value.is_string()) {
      return review::refuse(field_fault(Code::wrong_type, fmt::format("{} is text.", name), name));
    } else {
      fields.texts[name] = std::string(value.get_string());
    }
  }
  for (const auto name : shape.required) {
    if (fields.text(name).empty()) {
      return review::refuse(field_fault(Code::missing_field, fmt::format("Give {}.", name), name));
    }
  }
  return fields;
}

}  // namespace reviewd

#include "reviewd/api/text_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

namespace reviewd {
namespace {

using review::Code;

tl::unexpected<review::Refusal> fault(Code code, std::string says, std::string_view field) {
  review::Refusal refusal{code, std::move(says)};
  refusal.violations.push_back(review::Violation{fmt::format("/{}", field), refusal.says});
  return review::refuse(std::move(refusal));
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

review::Result<std::map<std::string, std::string>> text_fields(const Call& call,
                                                               const std::vector<std::string_view>& required,
                                                               const std::vector<std::string_view>& optional,
                                                               const std::vector<std::string_view>& lists) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  std::map<std::string, std::string> fields;
  for (const auto& [key, value] : *object) {
    const std::string name(std::string_view{key});
    if (has(lists, name)) continue;
    if (!has(required, name) && !has(optional, name)) {
      return fault(Code::unknown_field, "There is no field of this name here.", name);
    }
    if (!value.is_string()) return fault(Code::wrong_type, fmt::format("{} is text.", name), name);
    fields[name] = value.get_string().c_str();
  }
  for (const auto name : required) {
    if (!fields.contains(std::string(name))) return fault(Code::missing_field, fmt::format("Give {}.", name), name);
  }
  return fields;
}

review::Result<std::vector<std::string>> text_list(const Call& call, std::string_view name) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  std::vector<std::string> texts;
  const auto* object = body->if_object();
  const auto* value = object == nullptr ? nullptr : object->if_contains(name);
  if (value == nullptr) return texts;
  const auto* list = value->if_array();
  if (list == nullptr) return fault(Code::wrong_type, fmt::format("{} is a list.", name), name);
  for (const auto& each : *list) {
    if (!each.is_string()) return fault(Code::wrong_type, fmt::format("{} is a list of texts.", name), name);
    std::string text(std::string_view(each.get_string()));
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  if (texts.empty()) return fault(Code::malformed, fmt::format("Leave {} out, or name at least one.", name), name);
  return texts;
}

review::Result<review::Role> role_of(const std::map<std::string, std::string>& fields) {
  if (const auto role = review::find_role(fields.at("role"))) return *role;
  std::string names;
  for (const auto role : review::roles()) {
    names += (names.empty() ? "" : ", ") + std::string(review::role_name(role));
  }
  return fault(Code::not_a_choice, fmt::format("Choose one of {}.", names), "role");
}

}  // namespace reviewd

#include "reviewd/api/text_fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {
namespace {

using review::Code;

tl::unexpected<review::Refusal> fault(Code code, std::string says, std::string_view field) {
  review::Refusal refusal{code, std::move(says)};
  refusal.violations.push_back(review::Violation{fmt::format("/{}", field), refusal.says});
  return review::refuse(std::move(refusal));
}

bool lists(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

review::Result<std::map<std::string, std::string>> text_fields(const Call& call,
                                                               const std::vector<std::string_view>& required,
                                                               const std::vector<std::string_view>& optional) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  const auto* object = body->if_object();
  if (object == nullptr) return review::refuse(Code::wrong_type, "Send an object.");
  std::map<std::string, std::string> fields;
  for (const auto& [key, value] : *object) {
    const std::string name(std::string_view{key});
    if (!lists(required, name) && !lists(optional, name)) {
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

review::Result<review::Role> role_of(const std::map<std::string, std::string>& fields) {
  if (const auto role = review::find_role(fields.at("role"))) return *role;
  std::string names;
  for (const auto role : review::roles()) {
    names += (names.empty() ? "" : ", ") + std::string(review::role_name(role));
  }
  return fault(Code::not_a_choice, fmt::format("Choose one of {}.", names), "role");
}

}  // namespace reviewd

#include "reviewd/api/text_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/json_fields.hpp"

namespace reviewd {

using review::Code;
using review::refuse_at;

review::Result<std::map<std::string, std::string>> text_fields(const Call& call,
                                                               const std::vector<std::string_view>& required,
                                                               const std::vector<std::string_view>& optional,
                                                               const std::vector<std::string_view>& lists) {
  auto fields = json_fields(call, {.optional = optional, .lists = lists, .present = required});
  if (!fields) return review::refuse(fields.error());
  return std::move(fields->texts);
}

review::Result<std::vector<std::string>> text_list(const Call& call, std::string_view name) {
  const auto body = json_body(call);
  if (!body) return review::refuse(body.error());
  std::vector<std::string> texts;
  const auto* object = body->if_object();
  const auto* value = object == nullptr ? nullptr : object->if_contains(name);
  if (value == nullptr) return texts;
  const auto* list = value->if_array();
  if (list == nullptr) return refuse_at(Code::wrong_type, fmt::format("{} is a list.", name), review::pointer_to(name));
  for (const auto& each : *list) {
    if (!each.is_string())
      return refuse_at(Code::wrong_type, fmt::format("{} is a list of texts.", name), review::pointer_to(name));
    std::string text(std::string_view(each.get_string()));
    if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
  }
  if (texts.empty())
    return refuse_at(Code::malformed, fmt::format("Leave {} out, or name at least one.", name),
                     review::pointer_to(name));
  return texts;
}

review::Result<review::Role> role_of(const std::map<std::string, std::string>& fields) {
  if (const auto role = review::find_role(fields.at("role"))) return *role;
  std::string names;
  for (const auto role : review::roles()) {
    names += (names.empty() ? "" : ", ") + std::string(review::role_name(role));
  }
  return refuse_at(Code::not_a_choice, fmt::format("Choose one of {}.", names), "/role");
}

}  // namespace reviewd

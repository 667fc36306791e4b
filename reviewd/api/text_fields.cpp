#include "reviewd/api/text_fields.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "reviewd/api/json_fields.hpp"

namespace reviewd {

using review::Code;
using review::refuse_at;

review::Result<std::map<std::string, std::string>> text_fields(const Call& call,
                                                               const std::vector<std::string_view>& required,
                                                               const std::vector<std::string_view>& optional) {
  auto fields = json_fields(call, {.optional = optional, .present = required});
  if (!fields) return review::refuse(fields.error());
  return std::move(fields->texts);
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

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// The body as an object of texts, such as `{"person":"people/a-smith","role":"reader"}`: `json_fields` where there is
/// nothing but texts, of which the required ones may be empty.
[[nodiscard]] review::Result<std::map<std::string, std::string>> text_fields(
    const Call& call, const std::vector<std::string_view>& required, const std::vector<std::string_view>& optional);

/// The field `role` as a role; a refusal that lists them.
[[nodiscard]] review::Result<review::Role> role_of(const std::map<std::string, std::string>& fields);

}  // namespace reviewd

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// The body as an object of texts, such as `{"person":"people/a-smith","role":"reader"}`. Refuses what is no object,
/// an unknown field, a field that is no text, and a required one that is missing. Fields of `lists` may be there
/// besides: see `text_list`.
[[nodiscard]] review::Result<std::map<std::string, std::string>> text_fields(
    const Call& call, const std::vector<std::string_view>& required, const std::vector<std::string_view>& optional,
    const std::vector<std::string_view>& lists = {});

/// A field of the body that is a list of texts, each once; empty if it is absent. An empty list is refused: left out,
/// it narrows nothing, and it must not be taken for nothing at all.
[[nodiscard]] review::Result<std::vector<std::string>> text_list(const Call& call, std::string_view name);

/// The field `role` as a role; a refusal that lists them.
[[nodiscard]] review::Result<review::Role> role_of(const std::map<std::string, std::string>& fields);

}  // namespace reviewd

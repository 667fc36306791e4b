#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/http/request.hpp"

namespace reviewd {

enum class Plus { stays, is_space };

/// Decodes `%XX`. Strict: nothing for a broken escape, for text that is not UTF-8 once decoded, and for control
/// characters, which no name, date or filter of ours contains.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, Plus plus = Plus::stays);

/// Escapes everything but RFC 3986's unreserved characters, so that the text is one path segment or one query value.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Cuts `/a/b%2Fc` into `a`, `b/c`. Empty and dot segments are kept as they are: nothing is normalised, so they match
/// no route. `/` alone gives one empty segment.
[[nodiscard]] std::optional<std::vector<std::string>> path_segments(std::string_view path);

/// Reads `name=value&…`: the name ends at the first `=`, `+` is a space, a piece without `=` has an empty value.
[[nodiscard]] std::optional<NameValues> query_parameters(std::string_view query);

}  // namespace reviewd

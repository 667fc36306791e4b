#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reviewd/http/request.hpp"

namespace reviewd {

/// The names and values of a form sent as `application/x-www-form-urlencoded`, in order. Unlike a query, a value may
/// hold new lines (`\n`, however the browser writes them) and tabs. Nothing for a broken escape, for text that is not
/// UTF-8, and for other control characters.
[[nodiscard]] std::optional<NameValues> form_values(std::string_view body);

/// The ordinary inputs of a form sent as `multipart/form-data`, held to the same rules; its files are left out.
[[nodiscard]] std::optional<NameValues> form_values_beside_files(const Request& request);

/// The first value of that name; empty if there is none.
[[nodiscard]] std::string value_of(const NameValues& values, std::string_view name);

}  // namespace reviewd

#pragma once

#include <optional>
#include <string_view>

#include "reviewd/http/router.hpp"

namespace reviewd {

/// The sort of record that a part of the path stands for (`case`), where the reference in it is of another sort: there
/// is no such record there, and nothing of the other is told.
[[nodiscard]] std::optional<std::string_view> misnamed_record(const RouteMatch& match);

}  // namespace reviewd

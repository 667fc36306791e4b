#pragma once

#include <string_view>

namespace review {

/// The version of SQLite that the store runs on, for example `3.40.1`.
[[nodiscard]] std::string_view engine_version();

}  // namespace review

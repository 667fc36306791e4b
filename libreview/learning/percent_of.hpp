#pragma once

#include <optional>

namespace review {

/// `part` of `whole` in whole per cent, a half upwards; nothing where the whole is nought.
[[nodiscard]] std::optional<int> percent_of(int part, int whole);

}  // namespace review

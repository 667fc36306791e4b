#pragma once

#include <string>
#include <string_view>

namespace reviewctl {

/// An instant as the clocks in London showed it: `2026-04-02 08:42` of `2026-04-02T07:42:08.802Z`. What is no instant
/// stays as it is.
[[nodiscard]] std::string london_time(std::string_view rfc3339);

}  // namespace reviewctl

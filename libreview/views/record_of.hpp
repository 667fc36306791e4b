#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace review {

/// The record of a case, as rows name it: `cases/26-0007`.
[[nodiscard]] inline std::string record_of(std::string_view case_id) { return fmt::format("cases/{}", case_id); }

}  // namespace review

#pragma once

#include <string>
#include <string_view>

#include "tools/reviewctl/exit_code.hpp"
#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {

/// Writes a new file that only its owner reads; one that is there is not overwritten.
[[nodiscard]] Outcome<ExitCode> write_new(const std::string& file, std::string_view bytes);

}  // namespace reviewctl

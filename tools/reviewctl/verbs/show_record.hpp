#pragma once

#include <string>

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// Shows the case or the programme at that address, now or as it stood on the day of `--as-at`.
Outcome<ExitCode> show_record(Call& call, const std::string& path);

}  // namespace reviewctl

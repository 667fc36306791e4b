#pragma once

#include <string>

#include "tools/reviewctl/problem.hpp"

namespace reviewctl {

/// What a file holds; `-` is standard input. At most 25 MiB, as the service takes.
Outcome<std::string> read_file(const std::string& file);

}  // namespace reviewctl

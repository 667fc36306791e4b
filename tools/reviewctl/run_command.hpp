#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "tools/reviewctl/exit_code.hpp"

namespace reviewctl {

/// Where a command line writes, and whether colours are wanted there.
struct Terminal {
  std::ostream& data;
  std::ostream& talk;
  bool colour = false;
};

/// Does what the words after `reviewctl` say. Data goes to `data`, faults and talk to `talk`; faults as problem details
/// where JSON is asked for.
[[nodiscard]] ExitCode run_command(const std::vector<std::string>& words, const Terminal& terminal);

}  // namespace reviewctl

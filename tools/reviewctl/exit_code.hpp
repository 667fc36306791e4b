#pragma once

namespace reviewctl {

/// What the program leaves with. Scripts depend on the numbers.
enum class ExitCode {
  done = 0,
  failed = 1,
  usage = 2,
  not_found = 3,
  refused = 4,  ///< a conflict, or a rule
  not_permitted = 5,
  overdue = 6,         ///< an overdue clock was found
  does_not_verify = 7  ///< the record disagrees with its digests
};

}  // namespace reviewctl

#pragma once

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// Records the entry of the command line at an address of the service, or previews it, and says what it did: what
/// `entry add` and `case log` have in common. `kind` may be null where a file holds the entry.
Outcome<ExitCode> record_entry(Call& call, const std::string& path);

/// A problem with the flags that gave the fields it points at.
[[nodiscard]] Problem with_flags(Problem problem, const Verb& verb, const Arguments& arguments);

}  // namespace reviewctl

#pragma once

#include <string>
#include <vector>

namespace reviewctl {

/// Every role that an account or a token may have, for `--role`.
[[nodiscard]] std::vector<std::string> role_names();

/// What is said where `--person` or `--role` is left out: `says`, the two options, and the roles there are.
[[nodiscard]] std::string person_and_role_wanted(const std::string& says);

}  // namespace reviewctl

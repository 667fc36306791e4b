#pragma once

#include <string_view>

#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {

/// Asks for `/v1/accounts/PERSON:DEED`, of the person that the command line names, and says for people that it is done.
[[nodiscard]] Outcome<ExitCode> account_deed(Call& call, std::string_view deed, std::string_view says);

}  // namespace reviewctl

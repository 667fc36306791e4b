#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {

/// Proposes what gives somebody a way in, at that address, and says what comes next: in a real store another person
/// agrees first.
[[nodiscard]] Outcome<ExitCode> propose_access(Call& call, Service& service, std::string_view address,
                                               const boost::json::object& wish);

}  // namespace reviewctl

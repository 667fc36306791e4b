#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "tools/reviewctl/service_of.hpp"

namespace reviewctl {

/// Proposes what gives somebody a way in, at that address, and says what comes next: in a real store another person
/// agrees first.
[[nodiscard]] Outcome<ExitCode> propose_access(Call& call, Service& service, std::string_view address,
                                               const boost::json::object& wish);

/// Of a link that was made: that it asks for a code, and who has that; empty where it asks for none. Begins with a
/// blank.
[[nodiscard]] std::string code_words(const boost::json::object& invitation);

}  // namespace reviewctl

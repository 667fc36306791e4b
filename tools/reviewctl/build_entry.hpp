#pragma once

#include <boost/json/object.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// The entry that a command line describes, as JSON: that of --file (`-`: standard input), with the fields given by
/// flags laid over it, and the rules set aside by --despite. What the fields mean is not checked here: the service
/// does that.
Outcome<boost::json::object> build_entry(const Verb& verb, const review::Kind* kind, const Arguments& arguments);

/// The options that build_entry reads besides the flags of the fields.
[[nodiscard]] std::vector<Option> entry_options();

}  // namespace reviewctl

#pragma once

#include <boost/json/object.hpp>

#include "tools/reviewctl/output.hpp"

namespace reviewctl {

/// A case as the service answers it, for a person: what it is, what was decided, what holds it, what is due, what comes
/// next.
void show_case(Output& output, const boost::json::object& one);

}  // namespace reviewctl

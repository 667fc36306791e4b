#pragma once

#include <vector>

#include "libreview/rehearsal/sought.hpp"

namespace review {

/// The streets, with and without their number, also shortened, and the postcode of an address.
void put_address(const Identity& address, const RehearsalRules& rules, std::vector<Sought>& into);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/rehearsal/sought.hpp"

namespace review {

/// The streets, with and without their number, also shortened, and the postcode of an address. With
/// `Seek::everything`, also each of its pieces whole: a house or a home that has only a name, a town; of one word that
/// is also one of English only what was recorded with a capital.
void put_address(const Identity& address, const RehearsalRules& rules, Seek seek, std::vector<Sought>& into);

}  // namespace review

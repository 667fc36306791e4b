#pragma once

#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// Warns of a row of cases whose local authority no other row has, where another authority stands in several: it may be
/// of another area, or the same one written otherwise. The rows together tell which authorities are the partnership's,
/// for nobody else has said so when they come.
void warn_of_odd_authorities(std::vector<PastRow>& rows);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/figures/published_sums.hpp"

namespace review {

/// Whether somebody who knows the sums, every number that is not hidden, and by which rule the others are, must think
/// of this hidden number that it may be `reach` or more: there are whole numbers that fit all sums and what is known,
/// with this one so large. A hidden one of them is 1 or more, for a 0 is published, unless it is a part of a hidden
/// whole that is small. Finding them is the proof; where they are not found soon the answer is no, which hides more
/// than it must.
[[nodiscard]] bool may_be_large(const PublishedSums& sums, const std::vector<bool>& hidden, std::size_t number,
                                int reach);

}  // namespace review

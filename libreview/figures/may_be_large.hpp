#pragma once

#include <vector>

#include "libreview/figures/published_sums.hpp"

namespace review {

/// Whether somebody who knows the sums, and every number that is not hidden, must think of this hidden number that it
/// may be `reach` or more: there are whole numbers, none under 0, that fit all sums and what is known, with this one so
/// large. Finding them is the proof; where they are not found soon the answer is no, which hides more than it must.
[[nodiscard]] bool may_be_large(const PublishedSums& sums, const std::vector<bool>& hidden, std::size_t number,
                                int reach);

}  // namespace review

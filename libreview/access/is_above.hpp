#pragma once

#include "libreview/access/role.hpp"

namespace review {

/// Whether somebody of the role `wanted` could do anything that somebody of the role `own` cannot: reach more cases,
/// use another right, or read or record more of a kind of entry.
[[nodiscard]] bool is_above(Role wanted, Role own);

}  // namespace review

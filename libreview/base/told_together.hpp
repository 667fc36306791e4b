#pragma once

#include <vector>

#include "libreview/base/refusal.hpp"

namespace review {

/// The first refusal, with what else is wrong with the same request at its fields, so that somebody mends all of it at
/// once: the places of those of the others that no person can set aside. A refusal that points to no field is told
/// alone, or its sentence would be lost among the fields; and so is one that is not about what the request says.
/// `refusals` is not empty.
[[nodiscard]] Refusal told_together(std::vector<Refusal> refusals);

}  // namespace review

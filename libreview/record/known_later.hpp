#pragma once

#include <string>

#include "review/v1/entries.pb.h"

namespace review {

/// The day in London on which an entry was recorded, where that is later than the day it is about: before it, nobody
/// could act on what it says. Empty where it was recorded on its day, or is not recorded yet.
[[nodiscard]] std::string known_later(const v1::Entry& entry);

}  // namespace review

#pragma once

#include <string>

#include "review/v1/entries.pb.h"

namespace review {

/// The day of an entry: when it happened, as far as that was said, or else the London day that it was recorded on.
[[nodiscard]] std::string day_of(const v1::Entry& entry);

}  // namespace review

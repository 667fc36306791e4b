#pragma once

#include <string_view>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// What an answer that is made of single fields shows of an entry: its name, and of what it says these fields. Throws
/// std::logic_error for a field that its kind has not.
[[nodiscard]] v1::Entry with_only(const v1::Entry& entry, const std::vector<std::string_view>& fields);

}  // namespace review

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/journal/journal.hpp"

namespace review {

/// The names of at most `limit` records that have members, cases first, then programmes, each sort in the order of
/// their names: those after this one, or the first ones where it is empty. Empty at the end.
[[nodiscard]] std::vector<std::string> records_after(Journal& journal, std::string_view after, std::size_t limit);

}  // namespace review

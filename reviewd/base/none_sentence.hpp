#pragma once

#include <string>
#include <vector>

namespace reviewd {

/// `None: Fabricated illness, Neglect and Not known.`, of what there is none; with semicolons where one of them has a
/// comma of its own. Empty where nothing is named.
[[nodiscard]] std::string none_sentence(const std::vector<std::string>& titles);

}  // namespace reviewd

#pragma once

#include <string>
#include <string_view>

namespace review {

/// The reference that a name becomes where nobody gave one: `westmoor-borough-council` for `Westmoor Borough Council`,
/// `oneill` for `O’Neill`, `zoe` for `Zoë`. At most 40 letters, cut at the end. What is a reference already stays as it
/// is; empty where the name has no letter and no figure.
[[nodiscard]] std::string reference_of_name(std::string_view name);

}  // namespace review

#pragma once

#include <string_view>
#include <vector>

namespace review {

/// A milestone that the rules derive; besides these, each entry brings one that is named after its kind.
struct DerivedMilestone {
  std::string_view name;
  std::vector<std::string_view> brought_by;  ///< the kinds of entry that may bring it
};

/// The closed list of derived milestones. Clocks may wait for these and for kinds of entry, for nothing else.
[[nodiscard]] const std::vector<DerivedMilestone>& derived_milestones();

}  // namespace review

#pragma once

#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// A learning product that was checked for names stays as it was checked: no correction of its draft, and no withdrawal
/// of such a correction, puts other words under the check (`not-in-this-stage`). Another version is drafted instead, or
/// the check is withdrawn first. `target` is the entry that is corrected or withdrawn, `entries` those of its record.
[[nodiscard]] Result<void> checked_text_stands(const std::vector<v1::Entry>& entries, const v1::Entry& target,
                                               const v1::Entry& correction);

}  // namespace review

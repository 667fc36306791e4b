#pragma once

#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// What was checked for names stays under its check: a version of a learning product with its words, a version of a
/// document of a report with its file. No correction and no withdrawal puts something else there, or takes it away
/// (`not-in-this-stage`): another version is recorded instead, or the check is withdrawn first. `target` is the entry
/// that is corrected or withdrawn, `entries` those of its record.
[[nodiscard]] Result<void> checked_text_stands(const std::vector<v1::Entry>& entries, const v1::Entry& target,
                                               const v1::Entry& correction);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/record/occasion.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"

namespace review {

/// The kinds of entry that may come next, in the order of the process, and why the others of the process are not open
/// yet. It asks the same table and the same rules as `admit`; what only the content of an entry decides (reasons,
/// criteria) is not asked.
[[nodiscard]] std::vector<v1::NextEntry> next_entries(const v1::CaseFile& case_file, const Occasion& occasion);

}  // namespace review

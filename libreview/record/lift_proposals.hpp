#pragma once

#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether somebody else proposed to lift the embargo: neither recorded by `who`, nor the decision of one of those who
/// decide now.
[[nodiscard]] bool proposed_by_another(const v1::EmbargoFile& embargo, const std::string& who,
                                       const v1::Entry& lifting);

}  // namespace review

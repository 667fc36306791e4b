#pragma once

#include <string_view>

#include "review/v1/case_file.pb.h"

namespace review {

/// The sort of record that a state is of, by its reference, or by what opened it while it has none. A state that has
/// neither is of a new case.
[[nodiscard]] std::string_view sort_of(const v1::CaseFile& file);

}  // namespace review

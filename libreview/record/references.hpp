#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_file.pb.h"

namespace review {

/// The names of one sort of object (`review`, `embargo`, `child` …) in a case, oldest first.
[[nodiscard]] std::vector<std::string> names_in(const v1::CaseFile& file, std::string_view sort);

/// Those of them that are still live: an embargo not lifted, proceedings open, a review not published.
[[nodiscard]] std::vector<std::string> live_names_in(const v1::CaseFile& file, std::string_view sort);

/// The next free name of a sort, for example `embargo-2`.
[[nodiscard]] std::string next_name(const v1::CaseFile& file, std::string_view sort);

}  // namespace review

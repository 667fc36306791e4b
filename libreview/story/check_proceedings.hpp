#pragma once

#include <string>

#include "libreview/story/story.hpp"
#include "review/v1/case.pb.h"

namespace review {

/// Why what is expected of slipped dates, warnings or what was found does not hold; empty where it does.
[[nodiscard]] std::string check_slips(const Expectation& expected, const v1::Case& found);
[[nodiscard]] std::string check_warning(const Expectation& expected, const v1::Case& found);
[[nodiscard]] std::string check_finding(const Expectation& expected, const v1::Case& found);

}  // namespace review

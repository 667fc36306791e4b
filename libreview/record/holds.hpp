#pragma once

#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// What holds publication of a case on a day: open proceedings that are not recorded as not holding, court orders
/// until they end, embargoes until they are lifted.
[[nodiscard]] std::vector<Held> holds_on(const v1::CaseFile& file, Date today);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/past/past_row.hpp"
#include "review/v1/chronology.pb.h"

namespace review {

/// What a row of an agency's table becomes. What cannot be read leaves a finding in the row, and so does a day that is
/// taken as less than the table says; columns that the mapping keeps stand in the remarks.
[[nodiscard]] v1::ChronologyRow chronology_row(PastRow& row);

}  // namespace review

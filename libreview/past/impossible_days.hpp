#pragma once

#include "libreview/past/past_row.hpp"

namespace review {

/// Finds the days of a row of cases that cannot be: one that is before what it follows, a birth after the incident or
/// the death, a day that is ahead. Each is an error in the column of the day. A panel that met or decided before the
/// notification, which has been where a council notified late, is warned of, and so is a day that is told as inexact.
/// Of a month or a year something is said only where no day of it can be; what cannot be read, or is not known, is left
/// to whoever reads it.
void find_impossible_days(PastRow& row);

}  // namespace review

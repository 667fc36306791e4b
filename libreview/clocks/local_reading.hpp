#pragma once

#include "libreview/clocks/runs.hpp"
#include "review/v1/clock.pb.h"

namespace review {

/// Puts the partnership's own date beside the national one, where it has a rule of its own for the clock. A local date
/// that is later than the national one is marked and warned of.
void put_local(v1::Clock& clock, const Line& line, const v1::CaseFile& case_file, const RuleBook& law,
               const Calendar& calendar);

}  // namespace review

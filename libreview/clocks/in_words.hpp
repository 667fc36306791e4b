#pragma once

#include <string>

#include "libreview/law/clock_rule.hpp"
#include "review/v1/clock.pb.h"

namespace review {

/// A reading in one plain English sentence, for example "Due on Mon 13 April 2026. 5 working days left."
[[nodiscard]] std::string in_words(const v1::Clock& clock);
/// How long the law gives: "6 months", "15 working days". Empty for a clock that is due on a given day.
[[nodiscard]] std::string length_in_words(const ClockVersion& version);

}  // namespace review

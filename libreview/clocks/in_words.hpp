#pragma once

#include <string>

#include "review/v1/clock.pb.h"

namespace review {

/// A reading in one plain English sentence, for example "Due on Mon 13 April 2026. 5 working days left."
[[nodiscard]] std::string in_words(const v1::Clock& clock);

}  // namespace review

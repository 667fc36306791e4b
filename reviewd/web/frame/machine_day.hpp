#pragma once

#include <string>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The day of an instant of the machine's clock, in words, as the store counts days. In a practice store that has a day
/// of its own, what was written today was written on that day, and what is kept for 30 days is kept for 30 days more.
[[nodiscard]] std::string machine_day_words(const PageCall& call, const std::string& instant);

}  // namespace reviewd

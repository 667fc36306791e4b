#pragma once

#include <string>
#include <string_view>

namespace review {

/// Whether a clock of a case is of the rule: `review-publish:review-1` is of `review-publish`.
[[nodiscard]] inline bool is_clock_of(std::string_view clock, std::string_view rule) {
  return clock == rule || clock.starts_with(std::string(rule) + ":");
}

}  // namespace review

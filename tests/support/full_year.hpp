#pragma once

#include "tests/support/counted_year.hpp"

namespace review::test {

/// The year that `full_year` fills, as years are reported.
inline constexpr const char* full_year_from = "2025-04-01";
inline constexpr const char* full_year_to = "2026-03-31";

/// A year of which every table of the report has something to count: 24 children of notified cases and 3 of cases that
/// partners directed, reviews in every standing, holds, themes, actions, rules that were not kept, corrections.
[[nodiscard]] CountedYear full_year();

}  // namespace review::test

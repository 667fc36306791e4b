#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/clock.pb.h"

namespace review {

/// How a detail of an expectation is written after its word.
enum class Written {
  day,     ///< four words: `Mon 13 April 2026`
  word,    ///< one word
  text,    ///< one word, in quotes where it has blanks; what is found contains it
  nothing  ///< the word alone says it: `later`
};

/// A detail that an expectation of a clock may ask.
struct ClockDetail {
  std::string_view word;
  Written written;
  std::string (*found)(const v1::Clock&);  ///< what the clock says; `yes` or `no` where nothing is written
};

/// `due`, `left`, `late` … in the order in which they are explained.
[[nodiscard]] const std::vector<ClockDetail>& clock_details();

}  // namespace review

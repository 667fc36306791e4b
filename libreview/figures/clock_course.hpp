#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/figures/figure_question.hpp"

namespace review {

/// One course of a clock: from a start to what ended it, if anything did.
struct ClockCourse {
  v1::ClockState state;
  std::string started_on;
  std::string due_on;
  std::string stopped_on;
  std::string started_by;
};

/// All courses of a clock, the one of now last.
[[nodiscard]] std::vector<ClockCourse> courses_of(const v1::Clock& clock);

/// How a course counts in the period that is asked about: `in-time`, `late`, `overdue`, `not-due`, `not-computed`;
/// empty where it is of another period or was cancelled.
[[nodiscard]] std::string_view timeliness_row(const ClockCourse& course, const FigureQuestion& asked);

}  // namespace review

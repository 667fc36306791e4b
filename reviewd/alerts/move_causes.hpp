#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/registers/alerts.hpp"
#include "review/v1/case_file.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Why days moved: the changes of the days off that were approved here, and the calendar as it was after each. Made
/// once for all that is told together, and not where none of it is of days that moved.
class MoveCauses {
 public:
  MoveCauses(Storage& storage, review::Date today) : storage_(storage), today_(today) {}

  /// `Fri 9 January 2026 was added to the days off`: the changes that took the clock from the day before its move to
  /// the day after it. So it is shown, and not guessed, also where a later change moved the clock again. Where they do
  /// not show it, as after new rules, or different ones would have done the same: that the days off or the rules are
  /// others now. Empty for an alert of what did not move.
  [[nodiscard]] std::string of(const review::Alert& alert) const;

 private:
  /// The calendar from a change on.
  struct Since {
    review::Calendar calendar;
    std::string words;  ///< empty before the first change
  };

  /// Oldest first. Empty where the changes do not add up to the days off that were settled here.
  [[nodiscard]] const std::vector<Since>& history() const;
  /// In words, oldest first; the newest that would do where the alert stands, none where it does not and several would.
  [[nodiscard]] std::vector<std::string> causes(const review::Alert& alert, const review::v1::CaseFile& file) const;

  Storage& storage_;
  review::Date today_;
  mutable std::optional<std::vector<Since>> history_{};
};

}  // namespace reviewd

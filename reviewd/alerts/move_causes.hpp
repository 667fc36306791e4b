#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/registers/alerts.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Why days moved: the changes of the days off that were approved here, each with the calendar as it would be without
/// it. Made once for all that is told together, and not where none of it is of days that moved.
class MoveCauses {
 public:
  MoveCauses(Storage& storage, review::Date today) : storage_(storage), today_(today) {}

  /// `Fri 9 January 2026 was added to the days off`, where without that change the clock would be due on the day before
  /// its move still: so it is shown, and not guessed. Where no one change shows it, as after new rules: that the days
  /// off or the rules are others now. Empty for an alert of what did not move.
  [[nodiscard]] std::string of(const review::Alert& alert) const;

 private:
  struct Change {
    review::Calendar without;
    std::string words;
  };

  /// Newest first.
  [[nodiscard]] const std::vector<Change>& changes() const;

  Storage& storage_;
  review::Date today_;
  mutable std::optional<std::vector<Change>> changes_{};
};

}  // namespace reviewd

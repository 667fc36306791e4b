#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"

namespace review {

/// One day on which nobody is expected to work although it is no weekend.
struct BankHoliday {
  Date date;
  std::string name;
  std::string kind;    ///< `standing`, `substitute`, `moved`, `one-off` or `closure` (of a partnership)
  std::string source;  ///< id of a source of the law
};

/// Which days are working days, between a first and a last day. Outside them it knows nothing and says so: a bank
/// holiday may be proclaimed, so no day is guessed.
class Calendar {
 public:
  /// Covers `first` to `last`, both included.
  Calendar(std::string name, Date first, Date last, std::vector<BankHoliday> holidays);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Date first() const { return first_; }
  [[nodiscard]] Date last() const { return last_; }
  [[nodiscard]] bool covers(Date day) const { return first_ <= day && day <= last_; }

  /// Neither a weekend nor listed. False outside the data; ask `covers` first where that matters.
  [[nodiscard]] bool working(Date day) const;
  /// `working day`, `Saturday`, `Good Friday (bank holiday)` or `Partnership closed: Christmas shutdown`.
  [[nodiscard]] std::string why(Date day) const;
  /// In order of date.
  [[nodiscard]] const std::vector<BankHoliday>& holidays() const { return holidays_; }

  /// The same calendar with a partnership's own closures added. A day that is a bank holiday stays one.
  [[nodiscard]] Calendar with_closures(const std::vector<BankHoliday>& closures) const;
  /// The same calendar with bank holidays that were announced after its data were made. A day that it lists stays as it
  /// is.
  [[nodiscard]] Calendar with_holidays(const std::vector<BankHoliday>& holidays) const;

 private:
  [[nodiscard]] const BankHoliday* find(Date day) const;

  std::string name_;
  Date first_;
  Date last_;
  std::vector<BankHoliday> holidays_;
};

}  // namespace review

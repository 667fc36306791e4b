#pragma once

#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"

namespace review {

/// Reads a bank-holiday file: `name`, `first`, `last` and `holidays`, an array of tables of `date`, `name`, `kind`
/// (`standing`, `substitute`, `moved`, `one-off`) and `source`. Refused with `malformed` and the line: anything missing
/// or unknown, a day that is out of order, repeated, a weekend (the substitute is the bank holiday) or outside
/// `first` to `last`.
[[nodiscard]] Result<Calendar> read_calendar(std::string_view toml_text);

/// Reads a partnership's own closures, which no rule knows and which are off unless it asks for them: tables
/// `[[closure]]` of `date`, optionally `through` (the last day of a closure of at most 31 days), `name` and optionally
/// `source` (`partnership` if absent). One BankHoliday of kind `closure` a day. Refused like `read_calendar`.
[[nodiscard]] Result<std::vector<BankHoliday>> read_closures(std::string_view toml_text);

/// The bank holidays of England and Wales, as compiled in.
[[nodiscard]] Calendar england_and_wales();

}  // namespace review

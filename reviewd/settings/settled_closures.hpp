#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/calendar.hpp"

namespace reviewd {

/// The setting that holds the days off which were settled in the service, as JSON.
inline constexpr std::string_view closures_setting = "closures";

/// The days off that a value of the setting lists, in order: of kind `closure` for a day on which the partnership is
/// closed, `one-off` for a bank holiday announced since. An empty value lists none. `malformed` for another text.
[[nodiscard]] review::Result<std::vector<review::BankHoliday>> settled_closures(const std::string& value);
/// The value that lists these days.
[[nodiscard]] std::string closures_value(const std::vector<review::BankHoliday>& days);

[[nodiscard]] std::vector<review::BankHoliday> holidays_among(const std::vector<review::BankHoliday>& days);
[[nodiscard]] std::vector<review::BankHoliday> closures_among(const std::vector<review::BankHoliday>& days);

}  // namespace reviewd

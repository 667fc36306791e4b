#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reviewd {

/// What somebody typed for a time of day, as `14:30`: `2:30pm`, `2.30 pm`, `14:30`, `1430`, `midday` and `2pm` are
/// read. Nothing where it is no time, and where it may be of the morning or of the afternoon: `2:30`, `9`.
[[nodiscard]] std::optional<std::string> time_of_day(std::string_view typed);

/// A time as people say it: `2:30pm`, `9am`, `midday`. What is no time stays as it is.
[[nodiscard]] std::string time_words(const std::string& time);

}  // namespace reviewd

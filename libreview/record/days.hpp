#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "libreview/record/handling.hpp"

namespace review {

/// The whole day in `text`; nothing where it is empty, a month or a year.
[[nodiscard]] std::optional<Date> whole_day(std::string_view text);
/// The earliest day that `text` may mean; nothing where it is empty.
[[nodiscard]] std::optional<Date> earliest_day(std::string_view text);
/// The latest day that `text` may mean; nothing where it is empty.
[[nodiscard]] std::optional<Date> latest_day(std::string_view text);
/// The later of two days written YYYY-MM-DD, either of which may be empty.
[[nodiscard]] std::string later_of(const std::string& left, const std::string& right);

/// Finds `dated-before-start` where `day` lies before `start`. Either may be empty; a partial day is before only where
/// it is so at its latest.
void not_before(const Question& question, const std::string& day, const std::string& start, std::string says,
                std::string pointer);

/// The same for a day that somebody sets for later: finds `not-a-choice`, which nothing sets aside. What has happened
/// may have happened before what it follows; nobody has set a day that was over when they set it.
void set_ahead(const Question& question, const std::string& day, const std::string& set_on, std::string says,
               std::string pointer);

}  // namespace review

#pragma once

#include <boost/json/object.hpp>

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"

namespace reviewd {

/// The rules in force with their citations, as `GET /v1/law` answers.
[[nodiscard]] boost::json::object law_json(const review::RuleBook& law);
/// The bank holidays and closures, as `GET /v1/calendars/england-and-wales` answers.
[[nodiscard]] boost::json::object calendar_json(const review::Calendar& calendar);

}  // namespace reviewd

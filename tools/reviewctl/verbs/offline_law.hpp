#pragma once

#include "libreview/calendar/calendar.hpp"
#include "libreview/law/rule_book.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// --overlay, which verbs that need no service take.
[[nodiscard]] Option overlay_option();
/// The law of England as compiled in, with the partnership's overlay of --overlay: a file, or the name of one that is
/// compiled in (`sandwell-style`).
Outcome<review::RuleBook> offline_law(const Arguments& arguments);
/// The bank holidays with the closures of that overlay.
Outcome<review::Calendar> offline_calendar(const Arguments& arguments);

}  // namespace reviewctl

#pragma once

#include <boost/json/value.hpp>

#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// The page of reminders, from the API's alerts and the cases that they are of: what is to be done, how it stands, who
/// has it in hand. `may_take` where the visitor may have something in hand; `next` is the token of the next page.
[[nodiscard]] View reminder_view(const boost::json::value& alerts, const boost::json::array& cases,
                                 const Register& known, review::Date today, bool may_take);

}  // namespace reviewd

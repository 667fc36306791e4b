#pragma once

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/meeting/meeting_view.hpp"

namespace reviewd {

/// Puts into the view of a meeting who is invited and cannot see a case on its agenda: `closedTo`, with `person`,
/// `case` and the `address` of the form that lets them see it, for whoever may record that. Somebody who is invited and
/// to whom no item is open is told so: `notOpenYet`.
void put_meeting_sight(View& view, const PageCall& call, const MeetingFacts& facts);

}  // namespace reviewd

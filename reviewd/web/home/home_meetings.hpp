#pragma once

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What the home page says of meetings: those of the next ten working days, and for a member of the panel the views
/// that their agency was asked for and has not given.
void put_home_meetings(const PageCall& call, View& view);

}  // namespace reviewd

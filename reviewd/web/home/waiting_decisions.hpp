#pragma once

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// Puts into a view, for the template `waiting`, what another person proposed and the visitor may decide: what takes
/// two people in the service, and embargoes that are to be lifted. Every page that tells of it tells the same, and
/// counts the same. Nothing for whoever may decide nothing.
void put_waiting(View& view, const PageCall& call);

}  // namespace reviewd

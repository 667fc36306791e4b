#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What was told of dates of the case of the address that days off or rules moved: the API's alerts of the step
/// `moved`.
[[nodiscard]] boost::json::array clock_moves(const PageCall& call);

/// Puts into the rows of clocks on the page of a case, `clocks` and `done`, how the date that stands now came to be:
/// `moved`, empty where nothing moved it.
void put_moves(View& view, const boost::json::value& of_case, const boost::json::array& moves);

/// Puts into the page of a clock every time that its date was moved: `moves` and `hasMoves`.
void put_moves_of_clock(View& view, const boost::json::value& clock, const boost::json::array& moves);

}  // namespace reviewd

#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "reviewd/base/filled.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The template `name` (`reviewd/web/templates/NAME.mustache`) inside the layout, for somebody who is signed in: with
/// the navigation, the person, and the banner of a practice store. `view.title` is the title of the page, without which
/// it throws; where `view.hasErrors` is true the title says so.
[[nodiscard]] Response render(const PageCall& call, int status, std::string_view name, View view);
/// The same in two steps, for a page of which a part takes long (`Response::rest`): what the layout shows of the
/// visitor, made on the storage thread, and the page, which needs no store.
[[nodiscard]] View framed(const PageCall& call, View view);
[[nodiscard]] Response render_framed(int status, std::string_view name, const View& view);
/// The same for somebody who is not signed in.
[[nodiscard]] Response render_open(int status, std::string_view name, View view, bool practice);

/// `See other`, after a form was taken.
[[nodiscard]] Response see_other(std::string address);
/// The page for what the API refused: not found (also for what is hidden), not permitted, stale, a store that is ill.
[[nodiscard]] Response refused_page(const PageCall& call, int status, const boost::json::value& problem);

}  // namespace reviewd

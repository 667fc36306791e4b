#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// What the API refused, as rows of the template `form_errors`: `text`, and `href` to the box of the field's name.
[[nodiscard]] boost::json::array api_errors(const boost::json::value& problem);

/// Puts the errors of a refusal into a view, and each beside its field as `nameError`; does nothing where it is no
/// problem.
void show_errors(View& view, const boost::json::value& problem);

}  // namespace reviewd

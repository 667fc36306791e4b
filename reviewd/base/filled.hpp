#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// What a template shows. Everything is words: dates, numbers and choices are written out before. Every value is
/// escaped.
using View = boost::json::object;

/// The template `name` (`reviewd/web/templates/NAME.mustache`) alone, with what it shows.
[[nodiscard]] std::string filled(std::string_view name, const View& view);

}  // namespace reviewd

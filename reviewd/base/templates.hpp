#pragma once

#include <kainjow/mustache.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// The text of the template `name`, with the templates that it names (`{{> other}}`) in their places, and without the
/// blanks that its lines begin with: they would only make pages longer. Throws std::logic_error where one is missing,
/// or takes itself in.
[[nodiscard]] std::string template_text(std::string_view name);

/// The template `name`, parsed once for all threads; rendering it changes nothing in it. Throws std::logic_error where
/// it is missing or broken.
[[nodiscard]] kainjow::mustache::mustache& parsed_template(std::string_view name);

}  // namespace reviewd

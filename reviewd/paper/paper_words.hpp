#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <string_view>

namespace reviewd {

/// Without what no XML may hold: control characters other than tab and line break, and the two numbers of no character.
[[nodiscard]] std::string paper_words(std::string_view words);

/// The lines of a text, each with whether another one follows.
[[nodiscard]] boost::json::array paper_lines(std::string_view words);

}  // namespace reviewd

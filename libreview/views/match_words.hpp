#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// The most that can be searched for at once, in bytes.
inline constexpr std::size_t longest_search = 200;

/// What somebody searches for, as the index takes it. Every word must be there, each as the beginning of a word; what
/// stands in double quotes must be there as it is. Nothing else means anything: no operator, column or wildcard of the
/// index can be written. Refuses (`malformed`, at `/words`) what is too long and what holds no word of two letters or
/// digits.
[[nodiscard]] Result<std::string> match_words(std::string_view words);

}  // namespace review

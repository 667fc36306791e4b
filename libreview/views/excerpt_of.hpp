#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/views/words.hpp"

namespace review {

/// How the index that is searched tells words apart.
inline constexpr std::string_view words_tokenizer = "unicode61 remove_diacritics 2";

/// The words around what `match` (see `match_words`) finds in each text, in pieces: none where it finds nothing. The
/// few texts are searched in a table of their own, in memory: in the whole index every excerpt would cost as much as
/// the search.
[[nodiscard]] std::vector<std::vector<Excerpt>> excerpts_of(const std::string& match,
                                                            const std::vector<std::string>& texts);
[[nodiscard]] std::vector<Excerpt> excerpt_of(const std::string& match, const std::string& text);

}  // namespace review

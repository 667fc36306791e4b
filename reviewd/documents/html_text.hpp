#pragma once

#include <string_view>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

inline constexpr std::string_view html_type = "text/html";

/// Whether a pasted text is the source of a web page, or of a part of one: it begins with a tag.
[[nodiscard]] bool is_html(std::string_view text);
/// What a web page shows, and what stands in its source: every value of a tag, comments, scripts and styles, whatever
/// the case of the letters. What is not closed, and letters under names that are not known here (`decoded_html`), are
/// unread. Takes time in line with the length.
[[nodiscard]] DocumentText html_text(std::string_view source);

}  // namespace reviewd

#pragma once

#include <string_view>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// Whether a pasted text is the source of a web page.
[[nodiscard]] bool is_html(std::string_view text);
/// What a web page shows, and what stands in its source: descriptions of pictures, properties, links, comments.
[[nodiscard]] DocumentText html_text(std::string_view source);

}  // namespace reviewd

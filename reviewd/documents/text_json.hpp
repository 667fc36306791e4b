#pragma once

#include <string>
#include <string_view>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// What a reader found, as it goes from its process to ours.
[[nodiscard]] std::string text_json(const DocumentText& text);
/// The same back. False, and nothing put, where it is not of that form: the reader may have come under the hand of who
/// made the file.
[[nodiscard]] bool put_text_json(const std::string& json, DocumentText& into);

}  // namespace reviewd

#pragma once

#include <string>
#include <string_view>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// Whether a type is one of those below.
[[nodiscard]] bool is_office(std::string_view media_type);

/// Of a document of Word, Excel, PowerPoint (ECMA-376) or OpenDocument: what it shows, and comments, tracked changes,
/// hidden text, properties, names of people, descriptions of pictures, links and names of files in it.
/// It takes as long and as much memory as the file makes it: only the process of a reader does it (`end_as_reader`).
[[nodiscard]] DocumentText office_text(const std::string& content);

}  // namespace reviewd

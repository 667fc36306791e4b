#pragma once

#include <string>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// Of a document of Word, Excel, PowerPoint (ECMA-376) or OpenDocument: what it shows, and comments, tracked changes,
/// hidden text, properties, names of people, descriptions of pictures, links and names of files in it.
[[nodiscard]] DocumentText office_text(const std::string& content);

}  // namespace reviewd

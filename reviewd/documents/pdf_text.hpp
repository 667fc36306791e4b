#pragma once

#include <string>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// Of a PDF: each page, and what stands beside the pages: properties, comments, descriptions of pictures, links, fields
/// of forms, bookmarks, names of files in it. It is read by poppler's `pdftotext` and `pdfinfo` and by `qpdf`, each a
/// process of its own (`read_with`).
[[nodiscard]] DocumentText pdf_text(const std::string& content);

}  // namespace reviewd

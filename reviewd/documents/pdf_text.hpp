#pragma once

#include <stop_token>
#include <string>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// Of a PDF: each page, and what stands beside the pages: properties, comments, descriptions of pictures, links, fields
/// of forms, bookmarks, names of files in it. It is read by poppler's `pdftotext` and `pdfinfo` and by `qpdf`, each a
/// process of its own (`read_with`); together they take 20 seconds at most.
[[nodiscard]] DocumentText pdf_text(const std::string& content, const std::stop_token& stop);

}  // namespace reviewd

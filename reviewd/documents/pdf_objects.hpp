#pragma once

#include <string>
#include <string_view>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// The texts among the objects of a PDF, from what `qpdf --json=2` prints of it. False where that cannot be read.
[[nodiscard]] bool put_pdf_objects(const std::string& json, DocumentText& into);

/// Whether the objects, as `qpdf --json=2` prints them, speak of files inside the PDF: attached to it, to a page or to
/// a comment. Texts that people wrote do not count.
[[nodiscard]] bool names_files_inside(std::string_view json);

}  // namespace reviewd

#pragma once

#include <string>

#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// The texts among the objects of a PDF, from what `qpdf --json=2` prints of it. False where that cannot be read.
[[nodiscard]] bool put_pdf_objects(const std::string& json, DocumentText& into);

}  // namespace reviewd

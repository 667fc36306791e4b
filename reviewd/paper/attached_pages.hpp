#pragma once

#include <stop_token>
#include <vector>

#include "reviewd/paper/attached_document.hpp"

namespace reviewd {

/// The pages of each document, marked for the reader and ready to be put into a paper: what is drawn on them, and
/// nothing else of the file. A document is a stranger's: it is taken apart by programs that are bound
/// (`documents/pdf_pages`). What is no PDF, is broken, locked, or too much for one file is not put in, and says why.
/// Blocks for seconds.
[[nodiscard]] std::vector<AttachedPages> attached_pages(const std::vector<AttachedDocument>& documents,
                                                        const std::stop_token& stop);

}  // namespace reviewd

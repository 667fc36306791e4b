#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/instant.hpp"
#include "reviewd/paper/attached_document.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// A PDF of a paper with the documents that go with it.
struct WholePdf {
  std::string pdf;
  std::vector<bool> is_in;  ///< of each document
};

/// The paper as a PDF (`paper_pdf`), with the pages of each document that can be put in after the page that tells of
/// it. Each page says which one it is of all; bookmarks are those of the paper. The paper's own pages stay tagged for
/// screen readers; those of documents are not. Refuses as `paper_pdf` does, and never because of a document.
/// `documents` are in the order of their places. Blocks for as long as a minute more than `paper_pdf`, or twice as long
/// as that.
[[nodiscard]] review::Result<WholePdf> whole_pdf(const Paper& paper, review::Instant dated,
                                                 const std::vector<AttachedDocument>& documents,
                                                 const std::stop_token& stop = {});

}  // namespace reviewd

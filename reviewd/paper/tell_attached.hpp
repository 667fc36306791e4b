#pragma once

#include <string>
#include <vector>

#include "reviewd/paper/attached_document.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// The paper with each document told in its place: a table of those of that place, with what is not in this file and
/// why, and a page before the pages of each one that is, whose heading (`attached_heading`) leads there.
[[nodiscard]] Paper with_attached_told(Paper paper, const std::vector<AttachedDocument>& documents,
                                       const std::vector<AttachedPages>& pages);

/// How the heading of the page before the document with this number (from 0) begins.
[[nodiscard]] std::string attached_heading(std::size_t number);

}  // namespace reviewd

#pragma once

#include <string>

#include "libreview/calendar/instant.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

inline constexpr const char* paper_type = "application/vnd.oasis.opendocument.text";

/// The paper as an OpenDocument text (ODT) on A4, in British English: the same bytes whenever the same is written.
/// `dated` is the time of its files, and of its making as its properties tell it; they name no author. Takes long
/// enough to be done off the storage thread. Throws std::logic_error where a paper is not made as its header asks.
[[nodiscard]] std::string write_paper(const Paper& paper, review::Instant dated);

}  // namespace reviewd

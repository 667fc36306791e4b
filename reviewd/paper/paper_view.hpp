#pragma once

#include "libreview/calendar/instant.hpp"
#include "reviewd/base/filled.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// The paper as its templates show it. Throws std::logic_error where it is not made as its header asks.
[[nodiscard]] View paper_view(const Paper& paper, review::Instant dated);

/// Where the picture with this number (from 1) stands in the archive.
[[nodiscard]] std::string picture_place(std::size_t number, const paper::Picture& picture);

}  // namespace reviewd

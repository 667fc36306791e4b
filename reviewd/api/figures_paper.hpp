#pragma once

#include "reviewd/api/shown_pack.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// The yearly report as a text, ready to be edited: headings, tables whose first row is their head, charts with words
/// that stand for them. What is left out of a pack for publication is in no cell, chart or word of it.
[[nodiscard]] Paper figures_paper(const ShownPack& pack);

}  // namespace reviewd

#pragma once

#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// The yearly report as an OpenDocument text, ready to be edited, by what the page shows (`figures_view`): headings,
/// tables whose first row is their head, charts with words that stand for them, all in British English. The same view
/// gives the same bytes.
[[nodiscard]] std::string figures_document(const View& view);

}  // namespace reviewd

#pragma once

#include <string>

#include "reviewd/web/frame/render.hpp"

namespace reviewd {

/// A learning product as an OpenDocument text, by what its page shows. The same view gives the same bytes.
[[nodiscard]] std::string product_document(const View& view);

}  // namespace reviewd

#pragma once

#include "reviewd/api/listed_product.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// A learning product as a text: what it says, and that it is a draft until it is checked for names. It tells nobody
/// who got it.
[[nodiscard]] Paper product_paper(const ListedProduct& listed);

}  // namespace reviewd

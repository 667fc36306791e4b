#pragma once

#include <vector>

#include "libreview/law/law_table.hpp"
#include "libreview/law/product_rules.hpp"

namespace review {

/// What `products.toml` holds: the forms of learning products, oldest first.
[[nodiscard]] std::vector<ProductForm> read_products(LawTable root);

}  // namespace review

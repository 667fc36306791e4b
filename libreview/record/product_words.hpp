#pragma once

#include <string>
#include <vector>

#include "libreview/law/product_rules.hpp"
#include "libreview/rehearsal/stranger_text.hpp"
#include "review/v1/product.pb.h"

namespace review {

/// Everything of a learning product that a stranger could come to read, and its check looks through: its short name,
/// which stands in addresses, its title and web address, and what stands under each heading of its form.
[[nodiscard]] std::vector<StrangerText> texts_of_product(const std::string& name, const v1::ProductDrafted& drafted,
                                                         const ProductForm* form);

}  // namespace review

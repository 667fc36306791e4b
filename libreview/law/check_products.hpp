#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// Adds what is wrong with the forms of learning products: out of order; a heading that is no name, or is there twice;
/// no citation; a second person asked for for nobody whom a product goes to.
void check_products(const RuleBook& book, LawFaults& faults);

}  // namespace review

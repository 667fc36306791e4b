#pragma once

#include "libreview/law/law_faults.hpp"

namespace review {

/// What is wrong in the lists of themes: no citation, an unknown source or grade; a list or a theme given twice,
/// whatever list it is in, since its id is one theme for good; an id that no reference can be; a list without themes;
/// a theme without words, or with one that holds no letter, so that it would never be suggested.
void check_themes(const RuleBook& book, LawFaults& faults);

}  // namespace review

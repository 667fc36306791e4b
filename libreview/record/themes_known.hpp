#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// Every theme that an entry names, of whatever kind it is, is one of a list of the law, national or the partnership's
/// own, that applies on the day: `not-a-choice` at the field, with the nearest one. What comes from another store keeps
/// the themes that it has.
void themes_known(const Question& question);

}  // namespace review

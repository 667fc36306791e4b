#pragma once

#include "libreview/law/law_table.hpp"
#include "libreview/law/partnership.hpp"

namespace review {

/// A partnership's file. What it does not say is taken from `base`; its rules for a clock take the place of all the
/// rules that `base` has for that clock, its timetable that of the whole timetable, and each of its likenesses that of
/// the base's of the same name; closures are its own alone. Faults
/// are left in the reading.
[[nodiscard]] Partnership read_partnership(LawTable root, const Partnership& base);

/// A partnership that decides nothing: what the default file is read upon.
[[nodiscard]] Partnership no_partnership();

}  // namespace review

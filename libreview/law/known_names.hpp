#pragma once

#include "libreview/law/law_check.hpp"

namespace review {

/// What a rule may name, for `law_check`: every kind of entry that a case takes.
[[nodiscard]] Names kind_names();
/// And every milestone that is derived from entries.
[[nodiscard]] Names milestone_names();

}  // namespace review

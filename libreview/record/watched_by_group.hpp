#pragma once

#include <string>

#include "libreview/record/handling.hpp"

namespace review {

/// Adds a finding at `pointer` where a group is named that does not watch over actions of this partnership.
void watched_by_a_group(const Question& question, const std::string& named, const std::string& pointer);

}  // namespace review

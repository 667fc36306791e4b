#pragma once

#include <string>
#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// The themes of a cell, each once: by their ids, their titles, or the words of the mapping and of `past.toml`. Several
/// stand in lines, or with semicolons or commas between them. One that is not known is an error, with those that are
/// written most like it.
[[nodiscard]] std::vector<std::string> themes_of_row(PastRow& row);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/law/law_table.hpp"
#include "libreview/law/theme_list.hpp"

namespace review {

/// The lists under `[[theme-list]]` of a file that may hold more: a partnership's.
[[nodiscard]] std::vector<ThemeList> read_theme_lists(LawTable& root);
/// `themes.toml`, which holds nothing else.
[[nodiscard]] std::vector<ThemeList> read_themes(LawTable root);

}  // namespace review

#pragma once

#include <string>

#include "libreview/law/rule_book.hpp"

namespace review {

/// What the law calls a theme; the id where no list of this law has it, as with one of another partnership.
[[nodiscard]] std::string theme_title(const RuleBook& law, const std::string& theme);

}  // namespace review

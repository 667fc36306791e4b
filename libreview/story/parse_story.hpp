#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/story/story.hpp"

namespace review {

/// Reads a script. Every word is checked against the schema and the law, each weekday against its day: anything
/// unknown is refused as `malformed` with `file:line`. `law` gives sources, criteria and clocks, which no overlay
/// changes.
[[nodiscard]] Result<Story> parse_story(std::string_view text, const std::string& file, const RuleBook& law);

}  // namespace review

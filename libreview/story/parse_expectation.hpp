#pragma once

#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/story/story.hpp"

namespace review {

/// What the words after `expect` ask. Refused with `malformed` or `not-a-date`: a word that is not known, a clock,
/// kind, code, stage or choice that there is not.
[[nodiscard]] Result<Expectation> parse_expectation(const std::vector<std::string>& words, const RuleBook& law);

}  // namespace review

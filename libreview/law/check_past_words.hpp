#pragma once

#include <vector>

#include "libreview/law/law_check.hpp"
#include "libreview/law/past_words.hpp"

namespace review {

/// What is wrong in the words of earlier spreadsheets, which are no part of a rule book but cite its sources: no
/// citation, an unknown source or grade; a field that is there twice, two fields of a sheet with the same heading, a
/// value of no field, a theme of no list, a word with two meanings, a warning that cites nothing. Empty when nothing
/// is.
[[nodiscard]] std::vector<LawFault> check_past_words(const PastWords& words, const RuleBook& book);

}  // namespace review

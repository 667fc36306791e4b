#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/rule_book.hpp"

namespace review {

/// A theme that a text may be about.
struct SuggestedTheme {
  const Theme* theme;              ///< of the rule book that was given
  std::vector<std::string> words;  ///< what in the text made it, as it stands there, each once
};

/// The themes that the words of a text suggest, best first: those of which more is there, then those of the newer list.
/// Only of lists that apply on the day, and at most `most`. English endings do not matter: "records" is found by
/// "recorded". It suggests and knows nothing: "no bruising" suggests what "bruising" does.
[[nodiscard]] std::vector<SuggestedTheme> suggest_themes(std::string_view text, const RuleBook& law, Date today,
                                                         std::size_t most = 6);

}  // namespace review

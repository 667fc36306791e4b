#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// A kind of detail that tells who a child is when others stand beside it.
struct JigsawRule {
  std::string id;  ///< `age`
  std::string title;
  std::string advice;                ///< what to say instead
  std::vector<std::string> phrases;  ///< words in a row, in small letters; `#` stands for a number
  std::string of;                    ///< `days` or `places` of the case instead of phrases; else empty
};

/// Words that say more than was found.
struct WordingRule {
  std::vector<std::string> phrases;
  std::set<std::string> unless;  ///< `ALLEGED`, `FOUND`, `NOT_FOUND`: where they may stand
  std::string advice;
};

/// What `rehearsal.toml` holds. Words are in small letters.
struct RehearsalRules {
  int misspelt_letters = 0;        ///< from so many letters on, one fault
  int misspelt_twice_letters = 0;  ///< from so many on, two
  int short_letters = 0;           ///< up to so many, only as it is written, with a capital
  int jigsaw_kinds = 0;            ///< so many different kinds of detail in one document are a warning
  int context = 0;                 ///< characters on each side of what was found
  int most_characters = 0;         ///< longer texts are not checked at once
  std::vector<Citation> cites;
  std::string grade;
  std::set<std::string> not_names;      ///< titles and relations
  std::set<std::string> particles;      ///< not looked for alone
  std::set<std::string> abbreviations;  ///< no initials
  std::set<std::string> ordinary;       ///< words of English, also those that are names
  std::set<std::string> everyday;       ///< those of them that stand in most texts: `will`, `may`
  /// The last word of a street, and how it is shortened (may be empty).
  std::vector<std::pair<std::string, std::string>> streets;
  std::set<std::string> schools;  ///< what every school has in its name
  std::vector<JigsawRule> jigsaw;
  std::vector<WordingRule> wording;
};

}  // namespace review

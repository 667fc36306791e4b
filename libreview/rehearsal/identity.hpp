#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/rehearsal/stranger_text.hpp"

namespace review {

enum class IdentityKind { name, date_of_birth, address, school, nhs_number };
/// `DATE_OF_BIRTH`
[[nodiscard]] std::string_view identity_kind_name(IdentityKind kind);

/// What was recorded of somebody and tells who that is.
struct Identity {
  IdentityKind kind;
  std::string text;    ///< as recorded
  std::string whose;   ///< a pseudonym or a relation
  bool maybe = false;  ///< a word of a line that may be no name, or a kind of place: one word is it only with a capital
};

/// How much is looked for.
enum class Seek {
  findings,    ///< what is told to somebody who looks at each
  everything,  ///< also what may well be something else: where a word too many costs less than a name
};

/// How it stands in a text.
enum class Writing {
  exact,                   ///< as recorded, or in another case or with other accents
  possessive,              ///< `Smith’s`
  misspelt,                ///< with a letter or two wrong
  part,                    ///< one part of it: a first name, a surname, a street, a month of birth
  initials,                ///< `J.S.`
  date_written_otherwise,  ///< `4th of March 2019`
};
/// `DATE_WRITTEN_OTHERWISE`
[[nodiscard]] std::string_view writing_name(Writing writing);

/// What would tell a stranger who somebody is. It holds no more of what was recorded than the text itself does.
struct IdentityFinding {
  IdentityKind kind;
  Writing how;
  std::string place;
  TextExcerpt excerpt;             ///< where it stands first in this place
  std::vector<std::string> whose;  ///< whose it may be, in order, each once
  int times = 1;                   ///< in this place
  bool look = false;               ///< it may be something else, such as a word of English: to be looked at
};

}  // namespace review

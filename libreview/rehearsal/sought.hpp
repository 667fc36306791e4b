#pragma once

#include <string>
#include <vector>

#include "libreview/law/rehearsal_rules.hpp"
#include "libreview/rehearsal/identity.hpp"

namespace review {

/// Letters that a row of words in a text may read as.
struct Sought {
  std::string letters;  ///< see `joined_letters`
  IdentityKind kind;
  Writing how;  ///< what it is if it is found so
  std::string whose;
  bool ordinary = false;    ///< also a word of English: to be looked at
  bool everyday = false;    ///< a word of most texts: in prose found only with a capital
  bool within = false;      ///< in prose found only where it does not begin a sentence
  bool as_capital = false;  ///< found only with a capital
  bool misspelt = false;    ///< also found with faults
};

/// What to look for, for every identity that is no day.
[[nodiscard]] std::vector<Sought> sought_of(const std::vector<Identity>& identities, const RehearsalRules& rules,
                                            Seek seek);

/// The pieces of an address that are no street, house or postcode: towns and the like.
[[nodiscard]] std::vector<std::string> towns_of(const std::string& address, const RehearsalRules& rules);

}  // namespace review

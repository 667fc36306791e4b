#include "libreview/rehearsal/identity.hpp"

#include <array>

namespace review {

std::string_view identity_kind_name(IdentityKind kind) {
  static constexpr std::array<std::string_view, 5> names{"NAME", "DATE_OF_BIRTH", "ADDRESS", "SCHOOL", "NHS_NUMBER"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view writing_name(Writing writing) {
  static constexpr std::array<std::string_view, 6> names{"EXACT", "POSSESSIVE", "MISSPELT",
                                                         "PART",  "INITIALS",   "DATE_WRITTEN_OTHERWISE"};
  return names[static_cast<std::size_t>(writing)];
}

}  // namespace review

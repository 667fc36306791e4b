#pragma once

#include <vector>

#include "libreview/embargo/identity.hpp"
#include "libreview/law/rehearsal_rules.hpp"

namespace review {

/// Where the texts tell who somebody is, in the order of the texts. What is the same in one place is told once, with
/// how often; of two that overlap, the longer. A name that is also a word of English is told only where it stands as a
/// name does, and as something to look at; letters are compared without case and accents.
[[nodiscard]] std::vector<IdentityFinding> find_identity(const std::vector<Identity>& identities,
                                                         const std::vector<StrangerText>& texts,
                                                         const RehearsalRules& rules);

}  // namespace review

#pragma once

#include <vector>

#include "libreview/law/rehearsal_rules.hpp"
#include "libreview/rehearsal/identity.hpp"

namespace review {

/// Where the texts tell who somebody is, in the order of the texts. What is the same in one place is told once, with
/// how often; of two that overlap, the longer. A name that is also a word of English is told as something to look at,
/// and a word that most texts hold only with a capital; letters are compared without case and accents.
[[nodiscard]] std::vector<IdentityFinding> find_identity(const std::vector<Identity>& identities,
                                                         const std::vector<StrangerText>& texts,
                                                         const RehearsalRules& rules);

}  // namespace review

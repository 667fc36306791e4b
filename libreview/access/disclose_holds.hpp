#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/embargo/warnings.hpp"
#include "review/v1/case.pb.h"

namespace review {

/// What holds publication, as a reader is told it: of the cases that the reader does not see, `hidden`, only that
/// something does, once for all of them.
[[nodiscard]] std::vector<v1::Hold> disclose(const std::vector<Held>& holds, const std::set<std::string>& hidden);

/// What to mind before publication, in the same way. What stands in another case has no name here: its sentence says
/// which case it is.
[[nodiscard]] std::vector<v1::Warning> disclose(const std::vector<PublicationWarning>& warnings,
                                                const std::set<std::string>& hidden);

}  // namespace review

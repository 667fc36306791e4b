#pragma once

#include "libreview/base/result.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Whether somebody else proposed to unseal the case: what opens it further takes two people.
[[nodiscard]] bool unsealing_proposed_by_another(const v1::CaseFile& file, const Occasion& occasion);

/// Refuses with `second-person-required` what would take the seal away, or let somebody in who is not on its list,
/// unless another person proposed to unseal the case. To seal, and to take people off the list, takes one.
[[nodiscard]] Result<void> seal_kept(const v1::CaseFile& before, const v1::CaseFile& after, const Occasion& occasion);

}  // namespace review

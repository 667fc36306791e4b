#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "libreview/access/embargoed.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// What blots out words what tells who the people of a case are, which is given as it stands now.
using BlotOf = std::function<std::shared_ptr<const IdentityBlot>(const v1::CaseFile& now)>;

/// The cases that are reviewed with a case or share its rapid review, those that a programme audits, and those that the
/// learning products of either draw on, each once, whoever may see them.
[[nodiscard]] std::vector<CaseBeside> cases_beside(const v1::CaseFile& now, const FindCase& find,
                                                   const BlotOf& blot_of);

}  // namespace review

#pragma once

#include <string>
#include <vector>

#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// What somebody needs of a case who meets about it, as they may read it: where it stands, what happened, decisions
/// that are open, clocks, documents, what was recommended before, the merged chronology. It notes what it shows as
/// read. Refuses as the case does.
[[nodiscard]] review::Result<std::vector<paper::Block>> case_pack(Call& call, const std::string& case_id,
                                                                  const std::string& meeting, const AgencyNames& names);

/// Whether the reader declared a conflict of interest in the case, whatever is made of it there.
[[nodiscard]] bool has_declared_conflict(const Call& call, const std::string& case_id);

}  // namespace reviewd

#pragma once

#include <vector>

#include "libreview/law/law_table.hpp"
#include "libreview/law/programme_rules.hpp"

namespace review {

/// What `programmes.toml` holds: the steps of each sort of programme.
[[nodiscard]] std::vector<ProgrammeRule> read_programmes(LawTable root);

}  // namespace review

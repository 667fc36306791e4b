#pragma once

#include "libreview/law/law_table.hpp"
#include "libreview/law/publication_rules.hpp"

namespace review {

/// `publication.toml`. Faults are left in the reading.
[[nodiscard]] PublicationRules read_publication(LawTable root);

/// One `[[event]]` of a partnership's own file: it needs no citation. Faults are left in the reading.
[[nodiscard]] PublicEvent read_local_event(LawTable table);

}  // namespace review

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/chronology/chronology_flags.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The merged chronology of a case as the reader may read it, and what to look at in it.
struct ShownChronology {
  review::Chronology merged;
  std::vector<review::ChronologyFlag> flags{};
  review::ChronologyChoice choice{};
};

/// Merges what agencies told in the case, from the entries that the reader reads as an embargo leaves them, and notes
/// these as shown. `gap_days` is the reader's choice in the place of the partnership's. Refuses as the record of the
/// case does.
[[nodiscard]] review::Result<ShownChronology> chronology_of(Call& call, const std::string& case_id,
                                                            std::optional<int> gap_days = {});

/// What sort of flag it is, for people: `A long time without contact`.
[[nodiscard]] std::string_view flag_title(review::ChronologyFlag::Sort sort);

}  // namespace reviewd

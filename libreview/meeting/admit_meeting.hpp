#pragma once

#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/meeting/meeting.hpp"
#include "libreview/record/occasion.hpp"

namespace review {

/// The entry with its defaults: the day, and names for new items.
[[nodiscard]] v1::Entry prepare_meeting(const Meeting& meeting, v1::Entry entry, const Occasion& occasion);

/// Everything that the rules of meetings find against a prepared entry, in the order of the refusal table.
[[nodiscard]] std::vector<Refusal> meeting_objections(const Meeting& meeting, const v1::Entry& entry,
                                                      const Occasion& occasion);

/// Whether an entry may be recorded in a meeting, as `admit` says it for cases. `meeting` is empty for the first.
[[nodiscard]] Result<v1::Entry> admit_meeting(const Meeting& meeting, const v1::Entry& entry, const Occasion& occasion);

}  // namespace review

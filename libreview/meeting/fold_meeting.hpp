#pragma once

#include <vector>

#include "libreview/meeting/meeting.hpp"

namespace review {

/// Lays one admitted entry onto the meeting. It asks no rule, and passes over what names an item that is not there.
void apply_meeting(Meeting& meeting, const v1::Entry& entry);

/// The meeting that the entries add up to. `entries` are those of one record, oldest first; `Entry.case` names it.
[[nodiscard]] Meeting fold_meeting(const std::vector<v1::Entry>& entries);

}  // namespace review

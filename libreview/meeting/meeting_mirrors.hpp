#pragma once

#include <string>
#include <vector>

#include "libreview/law/partnership.hpp"
#include "libreview/meeting/meeting.hpp"
#include "libreview/record/mirrors.hpp"

namespace review {

/// What a meeting says of one case that it took: who sat for that item, whether they were enough, what was said and
/// recommended. Those who left the item, or were excluded from it, did not sit for it.
[[nodiscard]] v1::Entry held_entry(const Meeting& meeting, const MeetingItem& item, const Partnership& partnership);

/// What follows in the cases on the agenda from an entry of the meeting, each case at most once. A case learns of its
/// own item and of no other. `before` and `after` are the meeting without and with the entry.
///
/// What is written down anew after the end gives the whole `meetingHeld` again: it stands in the place of the first.
[[nodiscard]] std::vector<Mirror> meeting_mirrors(const Meeting& before, const Meeting& after, const v1::Entry& entry,
                                                  const Partnership& partnership);

}  // namespace review

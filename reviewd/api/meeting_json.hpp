#pragma once

#include <boost/json/object.hpp>

#include "libreview/desk/meeting_recording.hpp"

namespace reviewd {

/// A meeting as it travels.
[[nodiscard]] boost::json::object meeting_json(const review::ShownMeeting& shown);

/// An entry of a meeting as it travels: it names its meeting, and no version, which would tell of entries that the
/// reader does not see.
[[nodiscard]] boost::json::object meeting_entry_json(const review::v1::Entry& entry);

}  // namespace reviewd

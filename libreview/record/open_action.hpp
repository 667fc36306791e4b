#pragma once

#include <string>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// An action that somebody owns. Days are ISO days.
struct OpenedAction {
  std::string action;
  std::string owner;
  std::string due_on;     ///< the day on which it was done, where it never was to be done by another
  std::string done_on{};  ///< empty: it is still to be done
};

/// Puts the action among those of the case, whatever kind of entry brings it, and leaves the milestones that its clock
/// waits for. What was done already is complete from that day on.
void open_action(v1::CaseFile& file, const v1::Entry& entry, const OpenedAction& opened);

/// What is to be done, or was, as the entry that brings an action says it; empty where it brings none.
[[nodiscard]] const std::string& what_is_to_be_done(const v1::Entry& entry);

}  // namespace review

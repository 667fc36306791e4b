#include "libreview/record/open_action.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

namespace review {

void open_action(v1::CaseFile& file, const v1::Entry& entry, const OpenedAction& opened) {
  auto& action = *file.add_actions();
  action.set_action(opened.action);
  action.set_owner(opened.owner);
  action.set_due_on(opened.due_on);
  action.set_agreed_on(entry.occurred_on());
  action.set_entry(entry.entry());
  if (opened.done_on.empty()) {
    mark(file, entry, "action-due", {.due_on = opened.due_on, .subject = opened.action});
    return;
  }
  // It may have been done before the day of the entry: its clock does not start after it stops.
  const auto start = std::min(entry.occurred_on(), opened.done_on);
  mark(file, entry, "action-due", {.on = start, .due_on = opened.due_on, .subject = opened.action});
  mark(file, entry, "action-completed", {.on = opened.done_on, .subject = opened.action});
  action.set_complete(true);
  action.set_progress(v1::PROGRESS_COMPLETE);
  action.set_complete_since(opened.done_on);
}

const std::string& what_is_to_be_done(const v1::Entry& entry) {
  return entry.has_immediate_action_taken() ? entry.immediate_action_taken().what() : entry.action_agreed().what();
}

}  // namespace review

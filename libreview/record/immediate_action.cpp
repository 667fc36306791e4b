#include "libreview/record/immediate_action.hpp"

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/record/watched_by_group.hpp"

namespace review {

void admit_immediate_action(const Question& question) {
  not_before(question, question.entry.immediate_action_taken().due_on(), question.entry.occurred_on(),
             "An action cannot be due before it is agreed.", "/immediateActionTaken/dueOn");
  watched_by_a_group(question, question.entry.immediate_action_taken().monitored_by(),
                     "/immediateActionTaken/monitoredBy");
}

void apply_immediate_action(v1::CaseFile& file, const v1::Entry& entry) {
  const auto& taken = entry.immediate_action_taken();
  // Before immediate actions were followed they had no name, and opened none.
  if (taken.action().empty()) return;
  const auto done_on = taken.has_done_on() || taken.has_due_on() ? taken.done_on() : entry.occurred_on();
  open_action(file, entry, {taken.action(), taken.by(), taken.has_due_on() ? taken.due_on() : done_on, done_on});
  the(find_action(file, taken.action())).set_monitored_by(taken.monitored_by());
}

}  // namespace review

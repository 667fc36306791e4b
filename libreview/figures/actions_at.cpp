#include "libreview/figures/actions_at.hpp"

#include <string>

#include "libreview/record/case_file.hpp"
#include "libreview/record/handling.hpp"

namespace review {
namespace {

/// The kind of an entry that changes an action; empty for every other.
std::string_view kind_on_actions(const v1::Entry& entry) {
  if (entry.has_action_agreed()) return "action-agreed";
  if (entry.has_immediate_action_taken()) return "immediate-action-taken";
  if (entry.has_action_updated()) return "action-updated";
  return entry.has_action_rechecked() ? "action-rechecked" : "";
}

/// An update may be dated before what it updates, where somebody set that rule aside.
bool has_its_action(const v1::CaseFile& file, const v1::Entry& entry) {
  if (entry.has_action_updated()) return find_action(file, entry.action_updated().action()) != nullptr;
  return !entry.has_action_rechecked() || find_action(file, entry.action_rechecked().action()) != nullptr;
}

}  // namespace

std::vector<v1::ActionFile> actions_at(const CountedCase& one, Date end) {
  v1::CaseFile file;
  for (const auto& entry : one.entries) {
    const auto kind = kind_on_actions(entry);
    if (kind.empty() || !is_by(entry.occurred_on(), end) || !has_its_action(file, entry)) continue;
    handling_of(kind).apply(file, entry);
  }
  return {file.actions().begin(), file.actions().end()};
}

bool is_of_period(const v1::ActionFile& action, const Period& period) {
  return !action.complete() || action.complete_since() >= period.from.iso();
}

}  // namespace review

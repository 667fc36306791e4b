#include "reviewd/returns/asked_actions.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "libreview/access/disclose_actions.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/open_action.hpp"
#include "reviewd/returns/agency_names.hpp"
#include "reviewd/returns/linked_entries.hpp"
#include "reviewd/returns/submit.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

/// Those of one owner; nothing where the contact may not read the case.
std::optional<std::vector<AskedAction>> actions_of(Storage& storage, const review::ReturnLink& link,
                                                   const v1::CaseFile& file, const std::string& owner) {
  const auto entries = linked_entries(storage, link, owner);
  if (!entries) return std::nullopt;
  std::vector<AskedAction> actions;
  for (const auto& action : file.actions()) {
    if (!review::is_same_body(action.owner(), owner)) continue;
    auto& one = actions.emplace_back(AskedAction{review::action_of(action), {}, {}, {}});
    if (const auto* agreed = entry_in(*entries, action.entry())) {
      one.what = review::what_is_to_be_done(*agreed);
      one.measure = agreed->action_agreed().measure();
    }
    if (const auto* said = entry_in(*entries, action.update_entry())) one.update = said->action_updated().update();
  }
  return actions;
}

}  // namespace

bool agreed_an_action(Storage& storage, std::string_view case_id, std::string_view request, std::string_view agency) {
  const auto file = storage.views().find(case_id);
  if (!file) return false;
  const auto names = names_of_agency(storage, agency);
  return std::ranges::any_of(file->actions(), [&](const auto& action) {
    return action.entry() == request && is_one_of(names, action.owner());
  });
}

std::optional<review::Date> next_action_due(Storage& storage, std::string_view case_id, std::string_view agency) {
  std::optional<review::Date> next;
  const auto file = storage.views().find(case_id);
  if (!file) return next;
  const auto names = names_of_agency(storage, agency);
  for (const auto& action : file->actions()) {
    const auto due = review::Date::parse(action.due_on());
    if (action.complete() || !due || !is_one_of(names, action.owner())) continue;
    if (!next || *due < *next) next = *due;
  }
  return next;
}

std::optional<AskedActions> asked_actions(Storage& storage, const review::ReturnLink& link) {
  if (!agreed_an_action(storage, link.case_id, link.request, link.agency)) return std::nullopt;
  const auto file = storage.views().find(link.case_id);
  AskedActions asked;
  // The words of an action are for the agency as the action names it.
  for (const auto& name : names_of_agency(storage, link.agency)) {
    auto found = actions_of(storage, link, *file, name);
    if (!found) return std::nullopt;
    std::ranges::move(*found, std::back_inserter(asked.actions));
  }
  asked.reads = reads_shown(storage);
  return asked;
}

review::Result<review::Recorded> submit_action(Storage& storage, const review::ReturnLink& link,
                                               const std::string& owner, json::object update) {
  return submit_as(storage, link, owner, "actionUpdated", std::move(update));
}

}  // namespace reviewd

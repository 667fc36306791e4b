#include "reviewd/returns/asked_actions.hpp"

#include <algorithm>
#include <iterator>

#include "libreview/access/disclose_actions.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/returns/submit.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

/// What actions may call an agency: its id and, as the register knows it, the body of the law that it is.
std::vector<std::string> names_of(Storage& storage, std::string_view agency) {
  std::vector<std::string> names{std::string(agency)};
  const auto known = storage.contacts().find(agency);
  if (known && !known->body.empty() && !review::is_same_body(known->body, agency)) names.push_back(known->body);
  return names;
}

bool is_owner(const std::vector<std::string>& names, const std::string& owner) {
  return std::ranges::any_of(names, [&](const std::string& one) { return review::is_same_body(one, owner); });
}

/// The contact, who speaks for the agency as its actions name it.
review::Reader reader_for(const review::ReturnLink& link, const std::string& owner) {
  auto reader = reader_of(link);
  reader.agency = owner;
  return reader;
}

const v1::Entry* entry_of(const std::vector<v1::Entry>& entries, const std::string& id) {
  const auto found = std::ranges::find_if(entries, [&](const v1::Entry& one) { return one.entry() == id; });
  return id.empty() || found == entries.end() ? nullptr : &*found;
}

/// Those of one owner; nothing where the contact may not read the case.
std::optional<std::vector<AskedAction>> actions_of(Storage& storage, const review::ReturnLink& link,
                                                   const v1::CaseFile& file, const std::string& owner) {
  const auto read = storage.desk().entries(link.case_id, reader_for(link, owner), storage.moment());
  if (!read) return std::nullopt;
  auto entries = review::effective(*read);
  // Corrections are not told to agencies: they would get the words that one of them took back.
  std::erase_if(entries, [](const auto& one) { return one.has_corrected_by(); });
  std::vector<AskedAction> actions;
  for (const auto& action : file.actions()) {
    if (!review::is_same_body(action.owner(), owner)) continue;
    auto& one = actions.emplace_back(AskedAction{review::action_of(action), {}, {}, {}});
    if (const auto* agreed = entry_of(entries, action.entry())) {
      one.what = review::what_is_to_be_done(*agreed);
      one.measure = agreed->action_agreed().measure();
    }
    if (const auto* said = entry_of(entries, action.update_entry())) one.update = said->action_updated().update();
  }
  return actions;
}

}  // namespace

bool agreed_an_action(Storage& storage, std::string_view case_id, std::string_view request, std::string_view agency) {
  const auto file = storage.views().find(case_id);
  if (!file) return false;
  const auto names = names_of(storage, agency);
  return std::ranges::any_of(file->actions(), [&](const auto& action) {
    return action.entry() == request && is_owner(names, action.owner());
  });
}

std::optional<review::Date> next_action_due(Storage& storage, std::string_view case_id, std::string_view agency) {
  std::optional<review::Date> next;
  const auto file = storage.views().find(case_id);
  if (!file) return next;
  const auto names = names_of(storage, agency);
  for (const auto& action : file->actions()) {
    const auto due = review::Date::parse(action.due_on());
    if (action.complete() || !due || !is_owner(names, action.owner())) continue;
    if (!next || *due < *next) next = *due;
  }
  return next;
}

std::optional<AskedActions> asked_actions(Storage& storage, const review::ReturnLink& link) {
  if (!asks_for_actions(storage, link)) return std::nullopt;
  const auto file = storage.views().find(link.case_id);
  AskedActions asked;
  // The words of an action are for the agency as the action names it.
  for (const auto& name : names_of(storage, link.agency)) {
    auto found = actions_of(storage, link, *file, name);
    if (!found) return std::nullopt;
    std::ranges::move(*found, std::back_inserter(asked.actions));
  }
  for (const auto& shown : storage.desk().take_shown()) asked.reads.push_back(shown.what);
  return asked;
}

review::Result<review::Recorded> submit_action(Storage& storage, const review::ReturnLink& link,
                                               const std::string& owner, json::object update) {
  const auto agency = review::is_reference(owner) ? json::object{{"onBehalfOf", "agencies/" + owner}} : json::object();
  auto body = agency;
  body["actionUpdated"] = std::move(update);
  auto entry = review::read_entry(body, review::Origin::request);
  if (!entry) return review::refuse(entry.error());
  return storage.desk().record(
      {link.case_id, std::move(*entry), reader_for(link, owner), {}, {}, {}, storage.moment()});
}

}  // namespace reviewd

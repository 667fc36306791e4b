#include "reviewd/returns/asked_actions.hpp"

#include <algorithm>

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

/// The register may know the agency by another name than the body of the law that it is.
bool is_owner(Storage& storage, std::string_view agency, const std::string& owner) {
  if (review::is_same_body(agency, owner)) return true;
  const auto known = storage.contacts().find(agency);
  return known && !known->body.empty() && review::is_same_body(known->body, owner);
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

}  // namespace

std::string owner_asked(Storage& storage, std::string_view case_id, std::string_view request, std::string_view agency) {
  const auto file = storage.views().find(case_id);
  if (!file) return {};
  for (const auto& action : file->actions()) {
    if (action.entry() == request && is_owner(storage, agency, action.owner())) return action.owner();
  }
  return {};
}

std::optional<review::Date> next_action_due(Storage& storage, std::string_view case_id, std::string_view owner) {
  std::optional<review::Date> next;
  const auto file = storage.views().find(case_id);
  if (!file) return next;
  for (const auto& action : file->actions()) {
    const auto due = review::Date::parse(action.due_on());
    if (action.complete() || !due || !review::is_same_body(action.owner(), owner)) continue;
    if (!next || *due < *next) next = *due;
  }
  return next;
}

std::optional<AskedActions> asked_actions(Storage& storage, const review::ReturnLink& link) {
  AskedActions asked{owner_asked(storage, link.case_id, link.request, link.agency), {}, {}};
  if (asked.owner.empty()) return std::nullopt;
  const auto file = storage.views().find(link.case_id);
  const auto read = storage.desk().entries(link.case_id, reader_for(link, asked.owner), storage.moment());
  if (!file || !read) return std::nullopt;
  auto entries = review::effective(*read);
  // Corrections are not told to agencies: they would get the words that one of them took back.
  std::erase_if(entries, [](const auto& one) { return one.has_corrected_by(); });
  for (const auto& action : file->actions()) {
    if (!review::is_same_body(action.owner(), asked.owner)) continue;
    auto& one = asked.actions.emplace_back(AskedAction{review::action_of(action), {}, {}, {}});
    if (const auto* agreed = entry_of(entries, action.entry())) {
      one.what = review::what_is_to_be_done(*agreed);
      one.measure = agreed->action_agreed().measure();
    }
    if (const auto* said = entry_of(entries, action.update_entry())) one.update = said->action_updated().update();
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

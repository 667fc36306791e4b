#include "reviewd/api/meeting_json.hpp"

#include <boost/json/array.hpp>
#include <string>

#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::short_name_of;

void put(json::object& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out[name] = value;
}

json::array texts(const std::vector<std::string>& list) {
  json::array array;
  for (const auto& text : list) array.push_back(json::string(text));
  return array;
}

template <class Messages>
json::array written(const Messages& messages) {
  json::array array;
  for (const auto& message : messages) array.push_back(review::write_message(message));
  return array;
}

json::array conflicts(const review::MeetingItem& item) {
  json::array array;
  for (const auto& one : item.conflicts) {
    json::object conflict{{"person", one.person},
                          {"managed", short_name_of(one.managed, review::v1::ConflictManaged_descriptor())}};
    put(conflict, "reason", one.reason);
    put(conflict, "decidedBy", one.decided_by);
    array.push_back(std::move(conflict));
  }
  return array;
}

json::object item_json(const review::MeetingItem& item) {
  json::object out{{"item", item.item}, {"left", item.left}};
  put(out, "title", item.title);
  put(out, "case", item.case_id);
  put(out, "presenter", item.presenter);
  put(out, "minutes", item.minutes);
  if (item.recommended) {
    auto recommendation = review::write_message(*item.recommended);
    recommendation.erase("item");
    out["recommendation"] = std::move(recommendation);
  }
  out["conflicts"] = conflicts(item);
  return out;
}

}  // namespace

json::object meeting_json(const review::ShownMeeting& shown) {
  const auto& meeting = shown.meeting;
  json::object out{{"meeting", meeting.meeting},
                   {"version", meeting.version},
                   {"state", review::meeting_state_name(meeting.state)},
                   {"title", meeting.title},
                   {"heldOn", meeting.held_on}};
  put(out, "beginsAt", meeting.begins_at);
  put(out, "place", meeting.place);
  put(out, "chair", meeting.chair);
  if (meeting.state == review::MeetingState::ended) put(out, "chairedBy", review::who_chaired(meeting));
  json::array items;
  for (const auto& item : meeting.items) items.push_back(item_json(item));
  out["items"] = std::move(items);
  out["invited"] = written(meeting.invited);
  out["attendance"] = written(meeting.attendance);
  out["quorum"] = json::object{{"quorate", shown.quorum.quorate},
                               {"needed", shown.quorum.needed},
                               {"there", texts(shown.quorum.there)},
                               {"missing", texts(shown.quorum.missing)}};
  if (meeting.quorate) out["saidQuorate"] = *meeting.quorate;
  put(out, "endedOn", meeting.ended_on);
  put(out, "cancelledBecause", meeting.cancelled_because);
  return out;
}

json::object meeting_entry_json(const review::v1::Entry& entry) {
  auto out = review::write_message(entry);
  out.erase("case");
  out.erase("caseVersion");
  put(out, "meeting", entry.case_());
  return out;
}

}  // namespace reviewd

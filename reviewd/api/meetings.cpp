#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/desk/stored.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/meeting_json.hpp"
#include "reviewd/api/own_hand.hpp"
#include "reviewd/api/recording_of.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Right;

Response get_meeting(Call& call) {
  const auto shown = call.desk().show_meeting(call.path("meeting"), call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  auto response = json_answer(200, meeting_json(*shown));
  response.headers.emplace_back("ETag", etag(shown->meeting.version));
  return response;
}

Response list_meetings(Call& call) {
  const auto query = list_query(call, "heldOn");
  if (!query) return refused(call, query.error());
  const auto page = call.desk().list_meetings(*query, call.reader, {call.moment.now, query->today});
  if (!page) return refused(call, page.error());
  json::array meetings;
  for (const auto& one : page->items) meetings.push_back(meeting_json(one));
  return json_answer(
      200, json::object{{"meetings", std::move(meetings)}, {"nextPageToken", page_token(call, *query, page->next)}});
}

Response list_meeting_entries(Call& call) {
  const auto shown = call.desk().show_meeting(call.path("meeting"), call.reader, call.moment);
  if (!shown) return refused(call, shown.error());
  const auto page = cut(call, shown->entries.size());
  if (!page) return refused(call, page.error());
  json::array entries;
  for (std::size_t i = page->from; i < page->to; ++i) entries.push_back(meeting_entry_json(shown->entries[i]));
  auto response = json_answer(200, json::object{{"entries", std::move(entries)}, {"nextPageToken", page->next}});
  response.headers.emplace_back("ETag", etag(shown->meeting.version));
  return response;
}

Response preview(Call& call, const review::Recording& asked) {
  const auto preview = call.desk().preview_meeting(asked);
  if (!preview) return refused(call, preview.error());
  json::array cases;
  for (const auto& follows : preview->cases) {
    json::array clocks;
    for (const auto& change : follows.clocks) clocks.push_back(review::write_message(change));
    cases.push_back(json::object{
        {"case", follows.case_id}, {"entry", review::write_message(follows.entry)}, {"clocks", std::move(clocks)}});
  }
  return json_answer(200, json::object{{"entry", meeting_entry_json(preview->entry)},
                                       {"meeting", meeting_json(preview->meeting_after)},
                                       {"cases", std::move(cases)}});
}

/// Records the entry, or previews it. What calling a meeting and adding to one have in common.
Response record(Call& call, Response (*answer)(Call&, const review::Recorded&, const review::ShownMeeting&)) {
  const auto only_validate = flag(call, "validateOnly");
  if (!only_validate) return refused(call, only_validate.error());
  const auto asked = recording_of(call, "meeting");
  if (!asked) return refused(call, asked.error());
  if (const auto own = by_own_hand_in_meeting(call, *asked); !own) return refused(call, own.error());
  if (*only_validate) return preview(call, *asked);
  const auto done = call.desk().record_meeting(*asked);
  if (!done) return refused(call, done.error());
  const auto shown = call.desk().show_meeting(done->case_id, call.reader, call.moment, done->entry_id);
  if (!shown) return refused(call, shown.error());
  auto response = answer(call, *done, *shown);
  response.headers.emplace_back("ETag", etag(shown->meeting.version));
  return response;
}

Response call_meeting(Call& call) {
  return record(call, [](Call&, const review::Recorded& done, const review::ShownMeeting& shown) {
    auto response = json_answer(201, meeting_json(shown));
    response.headers.emplace_back("Location", "/v1/meetings/" + done.case_id);
    return response;
  });
}

/// Who records their own exclusion does not see the item any more, and is still told what was recorded.
review::v1::Entry entry_for_recorder(Call& call, const review::Recorded& done) {
  const auto stored = call.storage.journal().find(review::meeting_record(done.case_id), done.entry_id);
  return review::entry_of(stored.value());
}

Response add_meeting_entry(Call& call) {
  return record(call, [](Call& made, const review::Recorded& done, const review::ShownMeeting&) {
    auto response = json_answer(201, meeting_entry_json(entry_for_recorder(made, done)));
    response.headers.emplace_back("Location", fmt::format("/v1/meetings/{}/entries", done.case_id));
    return response;
  });
}

}  // namespace

std::vector<Endpoint> meeting_endpoints() {
  return {
      {"POST",
       "/v1/meetings",
       "callMeeting",
       "Calls a meeting, and tells the cases on its agenda",
       {Right::manage_meetings},
       Use::write,
       {"validateOnly"},
       "MeetingEntry",
       "Meeting",
       201,
       call_meeting},
      {"GET",
       "/v1/meetings",
       "listMeetings",
       "The meetings that the reader may see",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy", "pageSize", "pageToken"},
       "",
       "MeetingList",
       200,
       list_meetings},
      {"GET",
       "/v1/meetings/{meeting}",
       "getMeeting",
       "A meeting: its agenda, who came, what was said and recommended",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Meeting",
       200,
       get_meeting},
      {"POST",
       "/v1/meetings/{meeting}/entries",
       "addMeetingEntry",
       "Records an entry in a meeting, and what follows from it in the cases on its agenda",
       {Right::manage_meetings, Right::record},
       Use::write,
       {"validateOnly"},
       "MeetingEntry",
       "MeetingEntry",
       201,
       add_meeting_entry},
      {"GET",
       "/v1/meetings/{meeting}/entries",
       "listMeetingEntries",
       "The record of a meeting, oldest first",
       {Right::read_cases},
       Use::read,
       {"pageSize", "pageToken"},
       "",
       "MeetingEntryList",
       200,
       list_meeting_entries},
  };
}

}  // namespace reviewd

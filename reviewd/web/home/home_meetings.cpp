#include "reviewd/web/home/home_meetings.hpp"

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/meeting/meeting_view.hpp"
#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int days_ahead = 10;

json::array asked_rows(const PageCall& call, const std::string& until) {
  json::array rows;
  const auto answer = ask(call, {"GET", "/v1/askedViews"});
  for (const auto& one : list_in(answer.json, "askedViews")) {
    const auto meeting = text_in(one, "meeting");
    if (!meeting.empty() && text_in(one, "by") > until) continue;
    const auto query = meeting.empty() ? "circulation=" + percent_encoded(text_in(one, "circulation"))
                                       : "meeting=" + percent_encoded(meeting);
    const auto reference = text_in(one, "case");
    rows.push_back(json::object{{"reference", reference},
                                {"what", meeting.empty() ? "Between meetings" : "For the meeting " + meeting},
                                {"by", day_words(text_in(one, "by"))},
                                {"address", "/cases/" + percent_encoded(reference) + "/view?" + query}});
  }
  return rows;
}

}  // namespace

void put_home_meetings(const PageCall& call, View& view) {
  const auto calendar = ask(call, {"GET", "/v1/calendars/england-and-wales"});
  const auto today = call.moment.today;
  const auto until = working_day_after(today, days_ahead, calendar.json);
  const auto filter = "state=\"CALLED\" AND heldOn>=\"" + today.iso() + "\" AND heldOn<=\"" + until.iso() + "\"";
  const auto found = ask(call, {"GET", "/v1/meetings?pageSize=20&filter=" + percent_encoded(filter)});
  const auto& meetings = list_in(found.json, "meetings");
  json::array rows;
  for (const auto& meeting : meetings) rows.push_back(meeting_row(meeting));
  view["hasMeetings"] = !rows.empty();
  view["meetings"] = std::move(rows);
  const bool is_member = call.visitor.role == review::Role::panel_member;
  json::array asked;
  if (is_member) asked = asked_rows(call, until.iso());
  view["isMember"] = is_member;
  view["hasAskedViews"] = !asked.empty();
  view["askedViews"] = std::move(asked);
}

}  // namespace reviewd

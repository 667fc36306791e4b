#include "reviewd/web/home/home_meetings.hpp"

#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_entries.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/meeting/meeting_view.hpp"
#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int days_ahead = 10;

/// Of so many cases the home page asks at most, so that it stays quick.
constexpr int most_cases = 30;

bool has_given(const json::array& counted, const std::string& agency, const std::string& meeting) {
  return std::any_of(counted.begin(), counted.end(), [&](const json::value& entry) {
    const json::value view = object_in(entry, "positionRecorded");
    return text_in(view, "meeting") == meeting && is_same_agency(text_in(view, "agency"), agency);
  });
}

/// The agency that the person is invited for; empty where they are not.
std::string invited_for(const json::value& meeting, const std::string& person) {
  for (const auto& seat : list_in(meeting, "invited")) {
    if (text_in(seat, "person") == person) return text_in(seat, "agency");
  }
  return {};
}

json::array counted_of(const PageCall& call, const std::string& reference) {
  const auto all = case_entries(call, reference, "circulationStarted,positionRecorded,memberAdded,entryCorrected");
  return all.answer.good() ? counted_entries(all.entries) : json::array();
}

json::object asked_row(const std::string& reference, const std::string& what, const std::string& by,
                       const std::string& query) {
  return {{"reference", reference},
          {"what", what},
          {"by", day_words(by)},
          {"address", "/cases/" + percent_encoded(reference) + "/view?" + query}};
}

json::array asked_for_meetings(const PageCall& call, const json::array& meetings) {
  json::array rows;
  for (const auto& meeting : meetings) {
    const auto agency = invited_for(meeting, call.visitor.person);
    if (agency.empty()) continue;
    const auto reference = text_in(meeting, "meeting");
    for (const auto& item : list_in(meeting, "items")) {
      const auto of_case = text_in(item, "case");
      if (of_case.empty() || has_given(counted_of(call, of_case), agency, reference)) continue;
      rows.push_back(asked_row(of_case, "For the meeting " + reference, text_in(meeting, "heldOn"),
                               "meeting=" + percent_encoded(reference)));
    }
  }
  return rows;
}

json::array asked_between_meetings(const PageCall& call) {
  json::array rows;
  const auto cases = ask(call, {"GET", "/v1/cases?filter=stage%3DRAPID_REVIEW&pageSize=" + std::to_string(most_cases)});
  for (const auto& one : list_in(cases.json, "cases")) {
    const auto reference = text_in(one, "case");
    const auto counted = counted_of(call, reference);
    const auto& own = call.visitor.reader.agency;
    const auto agency = own.empty() ? agency_of_member(counted, call.visitor.person) : own;
    for (const auto& asked : circulations_of(counted)) {
      const bool mine = std::any_of(asked.outstanding.begin(), asked.outstanding.end(),
                                    [&](const std::string& other) { return is_same_agency(other, agency); });
      if (mine && !agency.empty()) {
        rows.push_back(asked_row(reference, asked.question, asked.respond_by,
                                 "circulation=" + percent_encoded(asked.circulation)));
      }
    }
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
  if (is_member) {
    asked = asked_for_meetings(call, meetings);
    for (auto& row : asked_between_meetings(call)) asked.push_back(std::move(row));
  }
  view["isMember"] = is_member;
  view["hasAskedViews"] = !asked.empty();
  view["askedViews"] = std::move(asked);
}

}  // namespace reviewd

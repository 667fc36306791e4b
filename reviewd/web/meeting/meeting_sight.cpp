#include "reviewd/web/meeting/meeting_sight.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <set>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/role.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Those whose role reaches every case.
std::set<std::string> people_of_every_case(const PageCall& call) {
  std::set<std::string> people;
  const auto answer = ask(call, {"GET", "/v1/people"});
  for (const auto& one : list_in(answer.json, "people")) {
    const auto role = review::find_role(text_in(one, "role"));
    if (role && review::reach_of(*role) == review::Reach::every) people.insert(person_words(text_in(one, "person")));
  }
  return people;
}

/// Whether the person belongs to the case on the day, by the updates as they count.
bool is_member_on(const json::array& counted, const std::string& person, const std::string& day) {
  bool member = false;
  for (const auto& entry : counted) {
    const json::value added = object_in(entry, "memberAdded");
    const json::value removed = object_in(entry, "memberRemoved");
    if (text_in(removed, "person") == person) member = false;
    if (text_in(added, "person") != person) continue;
    const auto until = text_in(added, "until");
    member = until.empty() || until >= day;
  }
  return member;
}

std::string let_in_address(const std::string& reference, const json::value& seat) {
  return fmt::format(
      "/cases/{}/add/memberAdded?memberAdded.person={}&memberAdded.role=PANEL_MEMBER&memberAdded.agency={}",
      percent_encoded(reference), percent_encoded(text_in(seat, "person")), percent_encoded(text_in(seat, "agency")));
}

}  // namespace

void put_meeting_sight(View& view, const PageCall& call, const MeetingFacts& facts) {
  const auto& invited = list_in(facts.meeting, "invited");
  const bool is_called = text_in(facts.meeting, "state") == "CALLED";
  const bool is_invited = std::any_of(invited.begin(), invited.end(), [&](const json::value& seat) {
    return text_in(seat, "person") == call.visitor.person;
  });
  view["notOpenYet"] = is_called && is_invited && list_in(facts.meeting, "items").empty();
  json::array closed;
  if (is_called && facts.manages && review::records_kind(facts.reader, "member-added")) {
    const auto everywhere = people_of_every_case(call);
    const auto day = text_in(facts.meeting, "heldOn");
    for (const auto& seat : invited) {
      const auto person = text_in(seat, "person");
      if (everywhere.contains(person)) continue;
      for (const auto& [reference, of_case] : facts.cases) {
        if (is_member_on(of_case.counted, person, day)) continue;
        closed.push_back(
            json::object{{"person", person}, {"case", reference}, {"address", let_in_address(reference, seat)}});
      }
    }
  }
  view["hasClosedTo"] = !closed.empty();
  view["closedTo"] = std::move(closed);
}

}  // namespace reviewd

#include "reviewd/web/meeting/meeting_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_field.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/time_of_day.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string when_words(const json::value& meeting) {
  const auto begins = text_in(meeting, "beginsAt");
  return day_words(text_in(meeting, "heldOn")) + (begins.empty() ? "" : " at " + time_words(begins));
}

std::string address_of(const json::value& meeting) {
  return "/meetings/" + percent_encoded(text_in(meeting, "meeting"));
}

json::array conflicts(const json::value& item, const Register& known) {
  json::array rows;
  for (const auto& one : list_in(item, "conflicts")) {
    rows.push_back(json::object{{"person", known.person(text_in(one, "person"))},
                                {"managed", conflict_words(text_in(one, "managed"))},
                                {"reason", text_in(one, "reason")}});
  }
  return rows;
}

json::array criteria(const json::value& recommendation) {
  json::array rows;
  for (const auto& one : list_in(recommendation, "criteria")) {
    rows.push_back(json::object{{"criterion", name_words(text_in(one, "criterion"))},
                                {"met", choice_words("Met", text_in(one, "met"))},
                                {"reason", text_in(one, "reason")}});
  }
  return rows;
}

json::array dissent(const json::value& recommendation, const Register& known) {
  json::array rows;
  for (const auto& one : list_in(recommendation, "dissent")) {
    rows.push_back(json::object{{"by", known.agency(text_in(one, "by"))}, {"reasons", text_in(one, "reasons")}});
  }
  return rows;
}

void put_list(json::object& row, const std::string& name, json::array list) {
  row["has" + std::string(1, static_cast<char>(name[0] - 'a' + 'A')) + name.substr(1)] = !list.empty();
  row[name] = std::move(list);
}

/// What the case says around the meeting; empty lists for an item about no case.
void put_case(json::object& row, const MeetingFacts& facts, const json::value& item) {
  const auto reference = text_in(item, "case");
  const auto meeting = text_in(facts.meeting, "meeting");
  const auto address = "/cases/" + percent_encoded(reference);
  const auto records = [&](std::string_view kind) { return review::records_kind(facts.reader, kind); };
  const auto found = facts.cases.find(reference);
  const bool known = found != facts.cases.end();
  const json::array none;
  const auto& counted = known ? found->second.counted : none;
  row["reference"] = known ? reference : "";
  row["name"] = known ? case_name(found->second.shown) : "";
  row["caseAddress"] = known ? address : "";
  put_list(row, "papers", papers_of(counted, meeting, address));
  put_list(row, "views", agency_views(counted, facts.known));
  put_list(row, "actions", actions_since(counted, text_in(facts.meeting, "heldOn"), address, facts.known));
  auto decision = decision_of_meeting(counted, meeting, address);
  const auto recommends = text_in(object_in(item, "recommendation"), "recommends");
  const bool ended = text_in(facts.meeting, "state") == "ENDED";
  const bool decides = known && records("rapid-review-decided") && ended && decision.empty() && !recommends.empty();
  row["decideAddress"] = decides ? fmt::format(
                                       "{}/add/rapidReviewDecided?rapidReviewDecided.meeting={}"
                                       "&rapidReviewDecided.outcome={}",
                                       address, percent_encoded(meeting), percent_encoded(recommends))
                                 : "";
  const bool decided = !decision.empty();
  row["decided"] = decided ? json::value(std::move(decision)) : json::value(false);
  put_list(row, "signOffs", decided ? sign_offs(counted, facts.sign_off_bodies, address) : json::array());
  row["actionAddress"] = known && records("action-agreed") ? address + "/add/actionAgreed" : "";
  row["paperAddress"] =
      known && records("document-filed") ? address + "/documents/add?meeting=" + percent_encoded(meeting) : "";
  row["viewAddress"] =
      known && records("position-recorded") ? address + "/view?meeting=" + percent_encoded(meeting) : "";
}

/// `1. Child A (26-0015)`: where it stands on the agenda, the title unless it only names the case, and the children.
std::string heading_of(const MeetingFacts& facts, const json::value& item) {
  const auto& all = list_in(facts.meeting, "items");
  std::size_t number = 1;
  for (const auto& one : all) {
    if (text_in(one, "item") == text_in(item, "item")) break;
    ++number;
  }
  const auto reference = text_in(item, "case");
  const auto found = facts.cases.find(reference);
  auto title = text_in(item, "title");
  if (found != facts.cases.end()) {
    const auto children = fmt::format("{} ({})", case_name(found->second.shown), reference);
    title = title.empty() || title == "Case " + reference ? children : title + ": " + children;
  }
  return fmt::format("{}. {}", number, title);
}

json::object item_row(const MeetingFacts& facts, const json::value& item, std::string (*new_key)()) {
  const auto name = text_in(item, "item");
  const auto address = address_of(facts.meeting);
  const bool cancelled = text_in(facts.meeting, "state") == "CANCELLED";
  const bool open = text_in(facts.meeting, "state") == "CALLED";
  const json::value recommendation = object_in(item, "recommendation");
  json::object row{{"anchor", id_of("item." + name)},
                   {"item", name},
                   {"left", flag_in(item, "left")},
                   {"heading", heading_of(facts, item)},
                   {"presenter", text_in(item, "presenter")},
                   {"minutes", text_in(item, "minutes")},
                   {"recommends", choice_words("Outcome", text_in(recommendation, "recommends"))},
                   {"why", text_in(recommendation, "reasons")}};
  put_list(row, "conflicts", conflicts(item, facts.known));
  put_list(row, "criteria", criteria(recommendation));
  put_list(row, "dissent", dissent(recommendation, facts.known));
  put_case(row, facts, item);
  const bool out =
      std::any_of(list_in(item, "conflicts").begin(), list_in(item, "conflicts").end(), [&](const json::value& one) {
        const auto managed = text_in(one, "managed");
        return text_in(one, "person") == facts.reader.person && (managed == "LEAVES_ITEM" || managed == "EXCLUDED");
      });
  const bool writes = facts.manages && !cancelled && !out;
  row["minuteAddress"] = writes ? address + "/add/itemMinuted" : "";
  row["minuteKey"] = writes ? new_key() : "";
  row["minuteId"] = id_of("minutes." + name);
  row["recommendAddress"] =
      writes && open ? address + "/add/itemRecommended?itemRecommended.item=" + percent_encoded(name) : "";
  row["conflictAddress"] =
      review::records_kind(facts.reader, "item-conflict-declared") && !cancelled
          ? address + "/add/itemConflictDeclared?itemConflictDeclared.item=" + percent_encoded(name)
          : "";
  return row;
}

json::array seats(const json::value& meeting, const Register& known) {
  json::array rows;
  for (const auto& seat : list_in(meeting, "attendance")) {
    const auto presence = text_in(seat, "presence");
    const auto agency = text_in(seat, "agency");
    const auto person = text_in(seat, "person");
    const bool chairs = !person.empty() && person == text_in(meeting, "chair") && agency == chairs_for;
    rows.push_back(json::object{{"agency", chairs ? "Chair" : known.agency(agency)},
                                {"person", known.person(person)},
                                {"presence", choice_words("Presence", presence.empty() ? "PRESENT" : presence)}});
  }
  return rows;
}

json::array invited(const json::value& meeting, const Register& known) {
  json::array rows;
  for (const auto& seat : list_in(meeting, "invited")) {
    rows.push_back(json::object{{"agency", known.agency(text_in(seat, "agency"))},
                                {"person", known.person(text_in(seat, "person"))}});
  }
  return rows;
}

/// What somebody said of the quorum when the meeting ended, where it differs from what follows from who came.
std::string said_words(const json::value& meeting) {
  const auto* said = meeting.as_object().if_contains("saidQuorate");
  if (said == nullptr || !said->is_bool()) return {};
  return said->get_bool() ? "It was recorded as quorate when it ended."
                          : "It was recorded as not quorate when it ended.";
}

}  // namespace

json::object meeting_row(const json::value& meeting) {
  std::vector<std::string> items;
  for (const auto& item : list_in(meeting, "items")) {
    const auto reference = text_in(item, "case");
    const auto title = text_in(item, "title");
    if (!title.empty())
      items.push_back(reference.empty() || title.find(reference) != std::string::npos ? title
                                                                                      : title + " (" + reference + ")");
  }
  return {{"title", text_in(meeting, "title")},
          {"reference", text_in(meeting, "meeting")},
          {"address", address_of(meeting)},
          {"day", when_words(meeting)},
          {"state", meeting_state_words(text_in(meeting, "state"))},
          {"agenda", items.empty() ? "Nothing yet" : fmt::format("{}", fmt::join(items, "; "))}};
}

View meetings_view(const json::array& coming, const json::array& past, bool manages) {
  const auto rows = [](const json::array& meetings) {
    json::array all;
    for (const auto& meeting : meetings) all.push_back(meeting_row(meeting));
    return all;
  };
  json::array lists{json::object{{"caption", "To come"},
                                 {"hasRows", !coming.empty()},
                                 {"rows", rows(coming)},
                                 {"none", "No meeting is called."}},
                    json::object{{"caption", "Over, or not held"},
                                 {"hasRows", !past.empty()},
                                 {"rows", rows(past)},
                                 {"none", "There is no earlier meeting."}}};
  return {{"title", "Meetings"}, {"lists", std::move(lists)}, {"manages", manages}};
}

View meeting_view(const MeetingFacts& facts, std::string (*new_key)()) {
  const auto& meeting = facts.meeting;
  const auto state = text_in(meeting, "state");
  const auto address = address_of(meeting);
  View view{{"title", text_in(meeting, "title")},
            {"reference", text_in(meeting, "meeting")},
            {"when", when_words(meeting)},
            {"place", text_in(meeting, "place")},
            {"chair", facts.known.person(text_in(meeting, "chair"))},
            {"chairedBy", facts.known.person(text_in(meeting, "chairedBy"))},
            {"state", meeting_state_words(state)},
            {"cancelledBecause", text_in(meeting, "cancelledBecause")},
            {"endedOn", text_in(meeting, "endedOn").empty() ? "" : day_words(text_in(meeting, "endedOn"))},
            {"quorum", quorum_words(meeting)},
            {"said", said_words(meeting)},
            {"version", std::to_string(number_in(meeting, "version"))},
            {"manages", facts.manages && state != "CANCELLED"},
            {"open", facts.manages && state == "CALLED"},
            {"address", address}};
  json::array items;
  for (const auto& item : list_in(meeting, "items")) items.push_back(item_row(facts, item, new_key));
  put_list(view, "items", std::move(items));
  put_list(view, "seats", seats(meeting, facts.known));
  put_list(view, "invited", invited(meeting, facts.known));
  return view;
}

}  // namespace reviewd

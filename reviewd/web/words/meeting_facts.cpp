#include "reviewd/web/words/meeting_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::value inside(const json::value& entry, std::string_view kind) { return object_in(entry, kind); }

bool is(const json::value& entry, std::string_view kind) { return entry.as_object().contains(kind); }

std::string address_of(const json::value& entry, const std::string& case_address) {
  return case_address + "/entries/" + percent_encoded(text_in(entry, "entry"));
}

/// `police` and `POLICE` are one body.
std::string body_key(std::string body) {
  for (char& c : body) c = c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return body;
}

bool decides_outcome(const json::value& entry) {
  return is(entry, "rapidReviewDecided") || is(entry, "decisionReconsidered");
}

}  // namespace

json::array counted_entries(const json::array& entries) {
  std::map<std::string, json::value> corrections;
  for (const auto& entry : entries) {
    if (is(entry, "entryCorrected") && text_in(entry, "withdrawnBy").empty()) {
      const json::value correction = inside(entry, "entryCorrected");
      corrections[text_in(entry, "entry")] = object_in(correction, "replacement");
    }
  }
  json::array counted(entries.storage());
  for (const auto& entry : entries) {
    const auto* hidden = entry.as_object().if_contains("hidden");
    if (!text_in(entry, "withdrawnBy").empty() || hidden != nullptr) continue;
    const auto found = corrections.find(text_in(entry, "correctedBy"));
    if (found == corrections.end()) {
      counted.push_back(entry);
      continue;
    }
    auto put_right = found->second;
    for (const char* name : {"entry", "recordedTime", "recordedBy"}) {
      put_right.as_object()[name] = json::string(text_in(entry, name));
    }
    counted.push_back(std::move(put_right));
  }
  return counted;
}

json::array agency_views(const json::array& entries, const Register& known) {
  std::map<std::string, json::object> newest;
  for (const auto& entry : entries) {
    if (!is(entry, "positionRecorded")) continue;
    const auto view = inside(entry, "positionRecorded");
    const auto agency = text_in(view, "agency");
    const auto person = text_in(view, "person");
    const auto meeting = text_in(view, "meeting");
    newest[body_key(agency)] =
        json::object{{"agency", known.agency(agency)},
                     {"recommends", choice_words("Outcome", text_in(view, "recommends"))},
                     {"reasons", text_in(view, "reasons")},
                     {"by", known.person(person.empty() ? text_in(entry, "recordedBy") : person)},
                     {"day", day_words(text_in(entry, "occurredOn"))},
                     {"context", !meeting.empty()                       ? "for the meeting " + meeting
                                 : text_in(view, "circulation").empty() ? ""
                                                                        : "asked for between meetings"}};
  }
  json::array views;
  for (auto& [agency, view] : newest) views.push_back(std::move(view));
  return views;
}

json::array papers_of(const json::array& entries, const std::string& meeting, const std::string& case_address) {
  json::array papers;
  for (const auto& entry : entries) {
    const auto filed = inside(entry, "documentFiled");
    if (text_in(filed, "meeting") != meeting || meeting.empty()) continue;
    papers.push_back(json::object{{"title", text_in(filed, "title")}, {"address", address_of(entry, case_address)}});
  }
  return papers;
}

json::array actions_since(const json::array& entries, const std::string& day, const std::string& case_address,
                          const Register& known) {
  json::array actions;
  for (const auto& entry : entries) {
    if (!is(entry, "actionAgreed") || text_in(entry, "occurredOn") < day) continue;
    const auto agreed = inside(entry, "actionAgreed");
    const auto what = text_in(agreed, "what");
    actions.push_back(json::object{{"what", what.empty() ? name_words(text_in(agreed, "action")) : what},
                                   {"owner", known.agency(text_in(agreed, "owner"))},
                                   {"due", day_words(text_in(agreed, "dueOn"))},
                                   {"address", address_of(entry, case_address)}});
  }
  return actions;
}

json::array sign_offs(const json::array& entries, const std::vector<std::string>& bodies,
                      const std::string& case_address) {
  std::map<std::string, json::value> newest;
  for (const auto& entry : entries) {
    if (decides_outcome(entry)) newest.clear();
    const auto signature = inside(entry, "signedOff");
    const auto of = text_in(signature, "of");
    if (of != "RAPID_REVIEW" && of != "RECONSIDERATION") continue;
    newest[body_key(text_in(signature, "body"))] = entry;
  }
  json::array rows;
  for (const auto& body : bodies) {
    const auto found = newest.find(body_key(body));
    const bool has = found != newest.end();
    const auto view = has ? text_in(inside(found->second, "signedOff"), "view") : std::string();
    const auto words = view.empty() ? std::string("Agrees") : choice_words("SignedView", view);
    rows.push_back(json::object{
        {"body", agency_words(body)},
        {"state", has ? fmt::format("Signed on {}: {}", day_words(text_in(found->second, "occurredOn")), words)
                      : "Not signed yet"},
        {"address",
         has ? ""
             : case_address + "/add/signedOff?signedOff.of=RAPID_REVIEW&signedOff.body=" + percent_encoded(body)}});
  }
  return rows;
}

json::object decision_of_meeting(const json::array& entries, const std::string& meeting,
                                 const std::string& case_address) {
  json::object decision;
  for (const auto& entry : entries) {
    const auto decided = inside(entry, "rapidReviewDecided");
    if (meeting.empty() || text_in(decided, "meeting") != meeting) continue;
    decision = json::object{{"words", choice_words("Outcome", text_in(decided, "outcome")) + ", " +
                                          day_words(text_in(entry, "occurredOn"))},
                            {"address", address_of(entry, case_address)}};
  }
  return decision;
}

std::string managed_conflict(const json::array& entries, const std::string& person) {
  std::string managed;
  for (const auto& entry : entries) {
    const auto declared = inside(entry, "conflictDeclared");
    if (text_in(declared, "person") == person) managed = text_in(declared, "managed");
  }
  return managed;
}

std::string agency_of_member(const json::array& entries, const std::string& person) {
  std::string agency;
  for (const auto& entry : entries) {
    const auto added = inside(entry, "memberAdded");
    if (text_in(added, "person") == person) agency = text_in(added, "agency");
  }
  return agency;
}

}  // namespace reviewd

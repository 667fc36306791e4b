#include "reviewd/api/openapi/openapi_examples.hpp"

#include <boost/json/parse.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd::openapi {
namespace {

namespace json = boost::json;

struct Example {
  std::string_view name;
  std::string_view summary;
  std::string_view body;
};

const std::map<std::string, std::vector<Example>, std::less<>>& table() {
  static const std::map<std::string, std::vector<Example>, std::less<>> rows = {
      {"openCase", {{"incident", "An incident that may be notifiable", R"({
           "occurredOn": "2026-03-02",
           "incidentLogged": {
             "incidentOn": "2026-02-27",
             "localAuthorityAwareOn": "2026-03-02",
             "harm": "SERIOUS_HARM",
             "abuseOrNeglect": "SUSPECTED",
             "children": [{"pseudonym": "Child 1", "ageYears": 7, "plan": "CHILD_IN_NEED"}],
             "occurredIn": "example-borough"
           }})"}}},
      {"addEntry",
       {{"notification", "The Panel was notified on the day before", R"({
           "occurredOn": "2026-03-05",
           "panelNotified": {"reference": "EXAMPLE-0001", "informed": ["POLICE", "INTEGRATED_CARE_BOARD"]}})"},
        {"decision", "A decision of the partners: send If-Match with it", R"({
           "decidedBy": ["people/a-delegate"],
           "decidedOn": "2026-03-04",
           "evidence": "Minutes of the meeting, item 3",
           "notificationDecided": {
             "decision": "NOTIFY",
             "criteria": [
               {"criterion": "abuse-or-neglect", "met": "YES"},
               {"criterion": "died-or-seriously-harmed", "met": "YES"},
               {"criterion": "area-or-residence", "met": "YES"}
             ],
             "reasons": "All three criteria are met."
           }})"},
        {"despite", "Something that happened against a rule, recorded all the same", R"({
           "despite": [{
             "code": "not-quorate",
             "reasons": "The third body agreed by letter the day after.",
             "authorisedBy": "people/a-delegate"
           }],
           "rapidReviewDecided": {"outcome": "LCSPR", "reasons": "Learning across several agencies."}})"},
        {"rapid-review", "What the rapid review found and decided, as its submission tells it", R"({
           "rapidReviewDecided": {
             "outcome": "NO_FURTHER_REVIEW",
             "reasons": "The learning is known, and its actions are under way.",
             "proposesNationalReview": false,
             "meeting": "meeting-1",
             "keyEpisodes": "At the second visit the door stayed closed, and nobody asked why.",
             "childVoice": "The child told a teacher that evenings were cold.",
             "inequality": "No interpreter came; a worry was taken for reluctance.",
             "earlierReviews": "Our review of 2024 found the same.",
             "publicationRisk": "A brother could be recognised at school."
           }})"}}},
      {"openProgramme", {{"audit", "A yearly audit of several agencies", R"({
           "programmeOpened": {
             "sort": "MULTI_AGENCY_AUDIT",
             "title": "Neglect: how agencies work together",
             "from": "2026-04-01",
             "to": "2027-03-31",
             "agencies": ["POLICE", "LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD"]
           }})"}}},
      {"addProgrammeEntry", {{"step", "A step of the cycle is done", R"({
           "occurredOn": "2026-05-06",
           "programmeStepDone": {"step": "settle-standards"}})"}}},
      {"callMeeting", {{"panel", "A rapid review panel over one case", R"({
           "meetingCalled": {
             "title": "Rapid review panel",
             "heldOn": "2026-03-17",
             "beginsAt": "10:00",
             "chair": "a-chair",
             "items": [{"title": "Rapid review", "case": "26-0001"}],
             "invited": [{"person": "a-member", "agency": "POLICE"}]
           }})"}}},
      {"addMeetingEntry",
       {{"attendance", "Who came", R"({
           "attendanceRecorded": {"attendance": [
             {"agency": "POLICE", "person": "a-member"},
             {"agency": "LOCAL_AUTHORITY", "presence": "APOLOGIES"}]}})"},
        {"minutes", "What was said on one item",
         R"({"itemMinuted": {"item": "26-0001", "minutes": "The panel heard the summaries of three agencies."}})"}}},
      {"verifyJournal",
       {{"whole", "The whole log", "{}"},
        {"against", "Against an earlier head",
         R"({"against": "12 5dc9a1f00e3b7c2d4f6a8b9c0d1e2f3a5dc9a1f00e3b7c2d4f6a8b9c0d1e4328"})"}}},
      {"backUpStore", {{"backup", "To a new file on the server", R"({"to": "/var/backups/review/2026-03-05.db"})"}}},
      {"issueToken",
       {{"coordinator", "For somebody who keeps the record",
         R"({"person": "people/a-coordinator", "role": "coordinator", "expires": "2026-12-31T00:00:00Z"})"}}},
      {"addWebhook", {{"receiver", "A program on the internet", R"({"address": "https://receiver.example/events"})"}}},
      {"nearestRecommendations", {{"handovers", "Before it is recommended again", R"({
           "text": "Midwives hand families over to health visitors in writing.", "case": "26-0001"})"}}},
      {"resetAccount", {{"phone", "The phone is lost too", R"({"withSecondFactor": true})"}}},
      {"setPracticeDay", {{"day", "Go to a day", R"({"date": "2026-03-17"})"}}},
  };
  return rows;
}

}  // namespace

json::object examples_of(const Endpoint& endpoint) {
  json::object out;
  const auto found = table().find(endpoint.name);
  if (found == table().end()) return out;
  for (const auto& example : found->second) {
    out[std::string(example.name)] =
        json::object{{"summary", example.summary},
                     {"value", json::parse(boost::json::string_view(example.body.data(), example.body.size()))}};
  }
  return out;
}

}  // namespace reviewd::openapi

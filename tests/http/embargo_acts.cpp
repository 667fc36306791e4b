#include <algorithm>
#include <map>

#include "reviewd/api/endpoint.hpp"
#include "tests/http/held_case.hpp"
#include "tests/http/meeting_support.hpp"

/// What is done in a case under an embargo answers with nothing that the embargo covers: each address that does
/// something is sent what it takes.
namespace review::service_test {
namespace {

const std::string wanted = R"("recipient":"Invented coroner","reason":"The coroner asks for it.")";
const std::string erased =
    R"({"ground":"ordered","reason":"Invented.","notUnderHolds":["iicsa-moratorium","grooming-gangs-inquiry"]})";

/// A case under embargo, with what addresses are about besides: a meeting over it, an agency that was asked, a draft.
struct EmbargoOffice {
  Held held;
  std::string meeting;
  std::string request;
  std::string draft;

  EmbargoOffice() {
    auto& practice = held.practice;
    auto& caller = practice.coordinator;
    practice.day("2026-06-02");
    held.place();
    meeting = call_meeting(practice, {held.id}, "2026-06-10");
    REQUIRE(caller.post("/v1/agencies", R"({"agency":"east-school","name":"East School"})").status == 201);
    REQUIRE(caller
                .post("/v1/agencies/east-school/contacts",
                      R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@example.org"})")
                .status == 201);
    const auto asked = practice.add(held.id, R"({"agencyReturnRequested":{"agencies":["east-school"]}})");
    request = asked.at("entry").as_string().c_str();
    draft = caller.post("/v1/drafts", begun()).text("/draft");
  }

  [[nodiscard]] std::string begun() const {
    return fmt::format(R"({{"kind":"noteAdded","case":"{}","values":{{"text":["Invented."]}}}})", held.id);
  }

  /// What an operation takes, where it could tell of a case. Of the others nothing is asked.
  [[nodiscard]] std::map<std::string, std::vector<std::string>> bodies() const {
    const std::string item = fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"Invented."}}}})", held.id);
    return {
        {"openCase", {incident}},
        {"addEntry",
         {note, R"({"embargoExtended":{"reviewOn":"2026-08-01","reason":"Invented."}})", signed_off("POLICE")}},
        {"searchCases", {R"({"words":"Child"})", R"({"words":"report"})", R"({"words":"sallowthorpe"})"}},
        {"nearestRecommendations",
         {R"({"text":"Child"})", R"({"text":"The sallowthorpe finding"})",
          fmt::format(R"({{"text":"quillfeather","case":"{}"}})", held.id)}},
        {"beginDraft", {begun()}},
        {"keepDraft", {R"({"values":{"text":["Invented too."]}})"}},
        {"callMeeting",
         {fmt::format(
             R"({{"meetingCalled":{{"title":"Panel","heldOn":"2026-06-11","items":[{{"title":"It","case":"{}"}}]}}}})",
             held.id)}},
        {"addMeetingEntry", {item}},
        {"makeReturnLink",
         {fmt::format(R"({{"request":"{}","agency":"east-school","contact":"b-jones","expiresOn":"2026-07-01"}})",
                      request)}},
        {"askAgencies", {R"({"agencies":["east-school"]})"}},
        {"previewCaseExport", {"{}", R"({"placementAddresses":true})"}},
        {"proposeCaseExport", {"{" + wanted + "}"}},
        {"proposeExport", {"{" + wanted + "}"}},
        {"previewErasure", {"{}", R"({"entries":[")" + request + "\"]}"}},
        {"proposeErasure", {erased}},
        {"rehearsePublication",
         {R"({"document":"document-1"})", R"({"document":"document-3","title":"A report"})",
          R"({"text":"Some words."})"}},
        {"breakGlass", {R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})"}}};
  }

  [[nodiscard]] std::string address_of(const std::string& pattern) const {
    auto address = pattern;
    const std::map<std::string, std::string> parts = {{"{case}", held.id},         {"{meeting}", meeting},
                                                      {"{draft}", draft},          {"{review}", "review-1"},
                                                      {"{agency}", "east-school"}, {"{contact}", "b-jones"}};
    for (const auto& [part, value] : parts) {
      if (const auto found = address.find(part); found != std::string::npos) address.replace(found, part.size(), value);
    }
    while (address.find('{') != std::string::npos) {
      const auto from = address.find('{');
      address.replace(from, address.find('}') + 1 - from, "none");
    }
    return address;
  }
};

/// Sends it, and where it records an entry asks first what it would do.
std::vector<HttpAnswer> send(EmbargoOffice& office, HttpCaller& caller, const reviewd::Endpoint& endpoint,
                             const std::string& body) {
  const auto address = office.address_of(endpoint.pattern);
  HttpFields fields{{"Content-Type", "application/json"}};
  if (endpoint.name == "addEntry") {
    fields.emplace_back("If-Match", if_match(office.held.practice.version(office.held.id)));
  }
  std::vector<HttpAnswer> answers;
  if (takes_entry(endpoint) && endpoint.takes != "DocumentForm") {
    answers.push_back(caller.send(endpoint.method, address + "?validateOnly=true", body, fields));
  }
  answers.push_back(caller.send(endpoint.method, address, body, fields));
  return answers;
}

TEST_CASE("Nothing that an embargo covers comes out by what is done in the case, whatever the role", "[service]") {
  EmbargoOffice office;
  const auto bodies = office.bodies();
  const std::vector<Role> in_order = [] {
    // Those who may do most come last: what they do takes the case from nobody else.
    std::vector<Role> all(roles().begin(), roles().end());
    std::stable_partition(all.begin(), all.end(), [](Role role) { return role != Role::coordinator; });
    return all;
  }();
  for (const auto role : in_order) {
    const std::string name(role_name(role));
    auto caller = somebody(office.held.practice, "some-" + name, name);
    if (name != "administrator") office.held.practice.add(office.held.id, member_of("some-" + name, "police"));
    std::size_t done = 0;
    for (const auto& endpoint : reviewd::endpoints()) {
      if (endpoint.method == "GET") continue;
      const auto known = bodies.find(endpoint.name);
      if (known == bodies.end()) {
        tells_nothing(caller.send(endpoint.method, office.address_of(endpoint.pattern),
                                  endpoint.takes.empty() ? "" : "{}", {{"Content-Type", "application/json"}}),
                      name + " " + endpoint.name);
        continue;
      }
      for (const auto& body : known->second) {
        for (const auto& answer : send(office, caller, endpoint, body)) {
          INFO(name << " " << endpoint.name << " " << body << "\n" << answer.body);
          // What was sent is what the address takes: it is answered by the rules, not by the look of it.
          CHECK((answer.status != 400 && answer.status != 415 && answer.status != 422 && answer.status != 428));
          done += answer.status < 300 ? 1 : 0;
          tells_nothing(answer, name + " " + endpoint.name + " " + body);
        }
      }
    }
    if (role == Role::coordinator) CHECK(done > 12);
    const auto filed =
        file_document(caller, office.held.id, "d.pdf", "A paper", small_pdf("nothing"), "agency", "police");
    tells_nothing(filed, name + " fileDocument");
    for (const auto* listed : {"/v1/approvals", "/v1/drafts", "/v1/meetings", "/v1/alerts", "/v1/glass"}) {
      tells_nothing(caller.get(listed), name + " " + listed);
    }
  }
}

TEST_CASE("A case that two people take out of the service leaves without what an embargo keeps from who takes it",
          "[service]") {
  EmbargoOffice office;
  auto& practice = office.held.practice;
  const auto made = practice.coordinator.post(office.held.at(":proposeExport"), "{" + wanted + "}");
  REQUIRE(made.status == 201);
  auto chair = somebody(practice, "chair-1", "chair");
  REQUIRE(chair.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  const auto taken = practice.coordinator.get(office.held.at("/export"));
  REQUIRE(taken.status == 200);
  CHECK(says(taken, "Child A"));
  tells_nothing(taken, "the export of a case");
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>

#include "tests/http/service_support.hpp"

/// What keeps people out of a case is not taken away by one person, nor by the person whom it keeps out.
namespace review::service_test {
namespace {

std::string member(const std::string& person) {
  return fmt::format(R"({{"memberAdded":{{"person":"{}","role":"PANEL_MEMBER","agency":"police"}}}})", person);
}

std::string conflict(const std::string& person, const std::string& managed, const std::string& meeting = "") {
  const auto about = meeting.empty() ? "" : fmt::format(R"(,"meeting":"{}")", meeting);
  return fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"{}}}}})", person, managed, about);
}

std::string withdraw(const std::string& entry) {
  return fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})", entry);
}

const std::string meeting = R"({"meetingArranged":{"meeting":"meeting-1","heldOn":"2026-01-20"}})";

std::string name_of(const boost::json::object& entry) { return std::string(entry.at("entry").as_string()); }

/// The code that the service refuses it with; `taken` where it takes it.
std::string sends(HttpCaller& caller, const std::string& id, const std::string& body) {
  const auto version = caller.get("/v1/cases/" + id).header("ETag");
  const auto answer = caller.post("/v1/cases/" + id + "/entries", body, {{"If-Match", version}});
  return answer.status == 201 ? "taken" : answer.code();
}

TEST_CASE("A seal is opened by nobody alone: not by withdrawing it, correcting it or sealing anew", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto sealed =
      name_of(practice.add(id, R"({"caseSealed":{"readers":["coordinator-1","ann"],"reasons":"Invented."}})"));
  auto& one = practice.coordinator;
  CHECK(sends(one, id, withdraw(sealed)) == "second-person-required");
  CHECK(sends(one, id,
              fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"x","replacement":{{"caseSealed":)"
                          R"({{"readers":["coordinator-1","ann","bob"],"reasons":"Invented."}}}}}}}})",
                          sealed)) == "second-person-required");
  CHECK(sends(one, id, R"({"caseSealed":{"readers":["coordinator-1","ann","bob"],"reasons":"Invented."}})") ==
        "second-person-required");
  // To narrow it takes one.
  CHECK(sends(one, id, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})") == "taken");
  auto chair = practice.daemon.caller(practice.daemon.issue("the-chair", "chair"));
  CHECK(chair.get("/v1/cases/" + id).status == 404);
}

TEST_CASE("Nobody lets themselves back in after a conflict of interest", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, meeting);
  practice.add(id, member("pam"));
  auto pam = practice.daemon.caller(practice.daemon.issue("pam", "panel-member"));
  practice.add(id, conflict("pam", "LEAVES_ITEM", "meeting-1"));
  CHECK(sends(pam, id, conflict("pam", "STAYS_DECLARED", "meeting-1")) == "second-person-required");
  // Further away is theirs to say, and another person may say that it is over.
  CHECK(sends(pam, id, conflict("pam", "NO_POSITION")) == "taken");
  practice.add(id, conflict("pam", "STAYS_DECLARED", "meeting-1"));
  auto chair = practice.daemon.caller(practice.daemon.issue("the-chair", "chair"));
  practice.add(id, conflict("the-chair", "NO_POSITION"));
  CHECK(sends(chair, id, conflict("the-chair", "STAYS_DECLARED")) == "second-person-required");
}

TEST_CASE("A word about one meeting does not lift an exclusion from the case", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, meeting);
  practice.add(id, member("pam"));
  auto pam = practice.daemon.caller(practice.daemon.issue("pam", "panel-member"));
  practice.add(id, conflict("pam", "EXCLUDED"));
  for (const auto* managed : {"STAYS_DECLARED", "NO_POSITION", "LEAVES_ITEM"}) {
    practice.add(id, conflict("pam", managed, "meeting-1"));
    CHECK(pam.get("/v1/cases/" + id).status == 404);
    CHECK(pam.get("/v1/cases").body.find(id) == std::string::npos);
  }
  practice.add(id, conflict("pam", "STAYS_DECLARED"));
  CHECK(pam.get("/v1/cases/" + id).status == 200);
}

TEST_CASE("A script lets nobody in: it adds no member and takes back no conflict", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto script = practice.daemon.caller(practice.daemon.issue("a-script", "script"));
  const auto added = name_of(practice.add(id, member("pam")));
  const auto excluded = name_of(practice.add(id, conflict("pam", "EXCLUDED")));
  CHECK(sends(script, id, member("bob")) == "not-permitted");
  CHECK(sends(script, id, R"({"memberRemoved":{"person":"pam"}})") == "not-permitted");
  CHECK(sends(script, id, conflict("pam", "STAYS_DECLARED")) == "not-permitted");
  CHECK(sends(script, id, withdraw(excluded)) == "not-permitted");
  CHECK(sends(script, id, withdraw(added)) == "not-permitted");
  CHECK(sends(script, id, note) == "taken");
  CHECK(practice.daemon.caller(practice.daemon.issue("pam", "panel-member")).get("/v1/cases/" + id).status == 404);
}

TEST_CASE("Whoever gives no position gives none by leaving out the name", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, member("pam"));
  auto pam = practice.daemon.caller(practice.daemon.issue("pam", "panel-member"));
  const std::string view = R"({"positionRecorded":{"agency":"police","recommends":"LCSPR"}})";
  const std::string signs = R"({"signedOff":{"of":"RAPID_REVIEW","body":"POLICE"}})";
  CHECK(sends(pam, id, view) == "taken");
  practice.add(id, conflict("pam", "NO_POSITION"));
  CHECK(sends(pam, id, view) == "conflicted");
  CHECK(sends(pam, id, signs) == "conflicted");
}

TEST_CASE("An agency updates its own actions, whoever's behalf it says", "[service]") {
  Practice practice;
  const auto id = practice.submitted_case();
  practice.add(id, member("pam"));
  auto pam = practice.daemon.caller(practice.daemon.issue("pam", "panel-member"));
  const auto agreed = [](const std::string& action, const std::string& owner) {
    return fmt::format(R"({{"actionAgreed":{{"action":"{}","what":"Invented.","owner":"{}","dueOn":"2026-09-01"}}}})",
                       action, owner);
  };
  practice.add(id, agreed("action-1", "INTEGRATED_CARE_BOARD"));
  practice.add(id, agreed("action-2", "POLICE"));
  const auto complete = [](const std::string& action) {
    return fmt::format(
        R"({{"onBehalfOf":"agencies/police","actionUpdated":{{"action":"{}","progress":"COMPLETE","evidence":"x"}}}})",
        action);
  };
  CHECK(sends(pam, id, complete("action-1")) == "not-permitted");
  CHECK(sends(pam, id, complete("action-2")) == "taken");
}

}  // namespace
}  // namespace review::service_test

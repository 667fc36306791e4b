#include <string>
#include <string_view>

#include "tests/http/sight_support.hpp"

/// What speaks against a day of publication, and whom it is shown to.
namespace review::service_test {
namespace {

/// A case with birthdays in December, and a review by "reviewer-oak".
std::string case_with_birthdays(Practice& practice) {
  const auto id = practice.open(
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell",)"
      R"("children":[{"pseudonym":"Child A","bornOn":"2018-12-15"}],)"
      R"("family":[{"relation":"Older brother","bornOn":"2014-12-17"}]}})");
  practice.add(id, notified);
  practice.add(id, decided("LCSPR"));
  practice.add(id, R"({"reviewCommissioned":{"review":"review-1","reviewers":["reviewer-oak"]}})");
  return id;
}

TEST_CASE("What speaks against a day is shown to who chooses it, birthdays too", "[service]") {
  Practice practice;
  const auto id = case_with_birthdays(practice);
  const auto at = "/v1/cases/" + id + "/reviews/review-1/planner";
  CHECK(practice.coordinator.get(at).status == 400);
  const auto answer = practice.coordinator.get(at + "?on=2026-12-16");
  INFO(answer.body);
  CHECK(says(answer, "The birthday of Child A is 1 day before the planned day"));
  CHECK(says(answer, "The birthday of a brother or sister is 1 day after the planned day"));
  CHECK_FALSE(says(answer, "2018"));
  CHECK(says(practice.coordinator.get(at + "?on=2027-01-04"), "1 year since the incident"));
  CHECK(practice.coordinator.get(at + "?on=2026-13-01").status == 400);
  CHECK(practice.coordinator.get("/v1/cases/" + id + "/reviews/review-9/planner?on=2026-12-16").status == 404);
  CHECK_FALSE(answer.json().as_object().contains("keptBack"));
  for (const auto* role : {"reader", "reviewer", "panel-member", "script", "information-governance", "scrutineer"}) {
    INFO(role);
    auto other = practice.daemon.caller(practice.daemon.issue(fmt::format("a-{}", role), role));
    CHECK(other.get(at + "?on=2026-12-16").status == 403);
  }
}

TEST_CASE("Birthdays and anniversaries near a day are shown to the people who are named for the publication alone",
          "[service]") {
  Practice practice;
  const auto id = case_with_birthdays(practice);
  const auto at = "/v1/cases/" + id + "/reviews/review-1/planner?on=2026-12-19";
  const auto tells = [&](HttpCaller& who) {
    const auto answer = who.get(at);
    INFO(answer.body);
    REQUIRE(answer.status == 200);
    const bool of_life = says(answer, "BIRTHDAY");
    CHECK(answer.json().as_object().contains("keptBack") != of_life);
    CHECK(says(answer, "NOT_A_WORKING_DAY"));
    return of_life;
  };
  auto chair = practice.daemon.caller(practice.daemon.issue("a-chair", "chair"));
  auto second = practice.daemon.caller(practice.daemon.issue("coordinator-2", "coordinator"));
  auto lawyer = practice.daemon.caller(practice.daemon.issue("a-lawyer", "reader"));
  auto oak = practice.daemon.caller(practice.daemon.issue("reviewer-oak", "reviewer"));
  CHECK(tells(practice.coordinator));
  CHECK(tells(second));
  CHECK_FALSE(tells(chair));
  CHECK(oak.get(at).status == 403);
  // The reviewer belongs to the case from now on, and sees it.
  practice.add(id, member_of("reviewer-oak", "police", "REVIEWER"));
  CHECK(tells(oak));
  practice.add(id, R"({"publicationPlanned":{"plannedOn":"2026-12-19"}})");
  CHECK(tells(practice.coordinator));
  CHECK_FALSE(tells(second));
  CHECK(says(second.get(at), "ask a review coordinator to give you a step before publication"));
  CHECK(lawyer.get(at).status == 403);
  for (const auto* person : {"a-lawyer", "a-chair"}) {
    practice.add(id, fmt::format(R"({{"publicationStepAssigned":{{"step":"{}","owner":"{}"}}}})",
                                 std::string_view(person) == "a-chair" ? "AGENCIES_TOLD" : "LEGAL_READ", person));
  }
  CHECK(tells(lawyer));
  CHECK(tells(chair));
  practice.add(id, member_of("coordinator-2", "police", "COORDINATOR"));
  CHECK(tells(second));
  // Whoever is shown a birthday has read the case.
  CHECK(says(practice.coordinator.get("/v1/cases/" + id + "/reads"), "a-lawyer"));
}

TEST_CASE("No other answer about a publication tells a birthday, nor does the preview of a day", "[service]") {
  Practice practice;
  const auto id = case_with_birthdays(practice);
  const std::string wish = R"({"publicationPlanned":{"plannedOn":"2026-12-16"}})";
  const auto preview = practice.coordinator.post("/v1/cases/" + id + "/entries?validateOnly=true", wish,
                                                 {{"If-Match", if_match(practice.version(id))}});
  REQUIRE(preview.status == 200);
  CHECK_FALSE(says(preview, "irthday"));
  practice.add(id, wish);
  for (const auto* below :
       {"", "/proceedings", "/clocks", "/reviews/review-1/publication", "/reviews/review-1/delay-letter"}) {
    INFO(below);
    const auto answer = practice.coordinator.get("/v1/cases/" + id + below);
    CHECK(answer.status == 200);
    CHECK_FALSE(says(answer, "irthday"));
  }
}

TEST_CASE("Whoever plans is told what holds on that day, and that a day is past", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  const auto at = "/v1/cases/" + id + "/reviews/review-1/planner?on=";
  CHECK_FALSE(says(practice.coordinator.get(at + "2026-12-15"), "\"HOLD\""));
  practice.add(id, R"({"courtOrderRecorded":{"court":"Crown Court","endsOn":"2026-12-01"}})");
  practice.add(id, R"({"proceedingsOpened":{"kind":"CRIMINAL"}})");
  const auto answer = practice.coordinator.get(at + "2026-12-15");
  INFO(answer.body);
  CHECK(says(answer,
             "Open proceedings (Criminal) hold publication until they are concluded. Nobody has said when they are "
             "expected to end."));
  CHECK_FALSE(says(answer, "court order"));
  CHECK(says(practice.coordinator.get(at + "2026-12-01"), "A court order binds publication until it ends."));
  CHECK_FALSE(says(answer, "\"PAST\""));
  practice.day("2026-12-16");
  CHECK(says(practice.coordinator.get(at + "2026-12-15"), "is past. Plan another day."));
}

}  // namespace
}  // namespace review::service_test

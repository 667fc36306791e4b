#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

TEST_CASE("The rules of intake and rapid review refuse by their codes and store nothing", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.refused(id, incident, "already-recorded");
  practice.refused(id, R"({"noteAdded":{"text":"x"},"occurredOn":"2026-01-06"})", "dated-in-the-future", "/occurredOn");
  practice.refused(id, R"({"circumstancesChanged":{"on":"2026-01-01","harm":"DEATH"}})", "dated-before-start",
                   "/circumstancesChanged/on");
  practice.refused(id, R"({"rapidReviewSubmitted":{}})", "notification-required", "",
                   "Child Safeguarding Practice Review Panel");
  practice.refused(id, decided("LCSPR"), "notification-required", "", "Child Safeguarding Practice Review Panel");
  practice.refused(id, R"({"notificationDecided":{"decision":"NOTIFY","criteria":[]}})", "reasons-required",
                   "/notificationDecided/reasons");
  practice.refused(id, R"({"notificationDecided":{"decision":"NOTIFY","reasons":"Invented."}})", "criteria-incomplete",
                   "/notificationDecided/criteria", "Children Act 2004");
  practice.refused(id, R"({"panelResponded":{"view":"AGREES"}})", "not-in-this-stage");
  practice.refused(id, R"({"agencyReturnReceived":{"agency":"police"}})", "missing-reference",
                   "/agencyReturnReceived/agency");
  practice.refused(id, R"({"caseClosed":{"reason":"COMPLETE"}})", "not-in-this-stage");
  practice.add(id, notified);
  practice.refused(id, notified, "already-recorded");
  practice.refused(id, R"({"caseClosed":{"reason":"COMPLETE"}})", "rapid-review-required", "",
                   "Child Safeguarding Practice Review Panel");
  CHECK(practice.version(id) == 2);
}

TEST_CASE("A case begins with an opening entry and no other", "[service]") {
  Practice practice;
  const auto before = practice.size();
  const auto answer = practice.coordinator.post("/v1/cases", note);
  CHECK(answer.status == 409);
  CHECK(answer.code() == "not-in-this-stage");
  const auto early = practice.coordinator.post(
      "/v1/cases", R"({"incidentLogged":{"incidentOn":"2026-01-04","localAuthorityAwareOn":"2026-01-03",)"
                   R"("harm":"DEATH","abuseOrNeglect":"KNOWN"}})");
  CHECK(early.code() == "dated-before-start");
  CHECK(early.text("/violations/0/pointer") == "/incidentLogged/localAuthorityAwareOn");
  CHECK(practice.size() == before);
  // A refused opening uses up no reference.
  CHECK(practice.open() == "26-0001");
  CHECK(practice.open() == "26-0002");
}

TEST_CASE("Quorum, conflicts and signatures are asked for", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.day("2026-01-20");
  practice.add(id, R"({"meetingHeld":{"meeting":"meeting-1","attendance":[{"agency":"POLICE"}]}})");
  practice.refused(id, decided("LCSPR", "meeting-1"), "not-quorate", "/rapidReviewDecided/meeting");
  practice.refused(id, decided("LCSPR", "meeting-9"), "missing-reference", "/rapidReviewDecided/meeting");
  practice.add(id, R"({"conflictDeclared":{"person":"member-1","managed":"NO_POSITION"}})");
  practice.refused(id, R"({"positionRecorded":{"person":"member-1","agency":"POLICE","recommends":"LCSPR"}})",
                   "conflicted", "/positionRecorded/person");
  practice.add(id, decided("LCSPR"));
  practice.add(id, signed_off("POLICE"));
  const auto missing =
      practice.refused(id, R"({"rapidReviewSubmitted":{}})", "sign-off-missing", "", "Working Together");
  CHECK(missing.text("/detail").find("integrated care board") != std::string::npos);
}

TEST_CASE("A report is published on time, with a copy sent, and when nothing holds it", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.refused(id, R"({"reportPublished":{"version":1}})", "advance-copy-missing", "", "Working Together");
  practice.refused(id, R"({"publicationPlanned":{"plannedOn":"2045-01-02"}})", "beyond-calendar",
                   "/publicationPlanned/plannedOn");
  practice.add(id, R"({"advanceCopySent":{"version":1,"to":["PANEL","SECRETARY_OF_STATE"]}})");
  const auto lacking = practice.refused(id, R"({"reportPublished":{"version":1}})", "advance-copy-missing");
  CHECK(lacking.text("/detail") == "Ofsted has no copy of this version. Send it first.");
  practice.add(id, R"({"advanceCopySent":{"version":1,"to":["OFSTED"]}})");
  practice.refused(id, R"({"reportPublished":{"version":1}})", "advance-copy-too-late", "", "Working Together");
  practice.day("2026-06-10");
  practice.add(id, R"({"proceedingsOpened":{"kind":"CRIMINAL","expectedEnd":"2026-09"}})");
  practice.add(id, R"({"courtOrderRecorded":{"order":"order-1","endsOn":"2026-06-20"}})");
  practice.add(id, R"({"embargoPlaced":{"reason":"Invented.","reviewOn":"2026-07-01"}})");
  const auto held =
      practice.refused(id, R"({"reportPublished":{"version":1}})", "publication-held", "", "Crown Prosecution Service");
  CHECK(texts(held, "holds", "kind") == std::vector<std::string>{"PROCEEDINGS", "COURT_ORDER", "EMBARGO"});
  CHECK(texts(held, "holds", "name") == std::vector<std::string>{"proceedings-1", "order-1", "embargo-1"});
  CHECK(practice.show(id).at("holds").as_array().size() == 3);

  practice.day("2026-06-22");
  practice.add(id, R"({"proceedingsConcluded":{"outcome":"Invented."}})");
  practice.refused(id, R"({"embargoLifted":{"evidence":"Invented."}})", "second-person-required");
  practice.add(id, R"({"embargoLiftProposed":{"evidence":"Invented."}})");
  practice.refused(id, R"({"embargoLifted":{"evidence":"Invented."}})", "second-person-required");
  auto other = practice.daemon.coordinator("coordinator-2");
  CHECK(other
            .post("/v1/cases/" + id + "/entries", R"({"embargoLifted":{"evidence":"Invented."}})",
                  {{"If-Match", if_match(practice.version(id))}})
            .status == 201);
  practice.refused(id, R"({"reportPublished":{"version":1,"form":"IMPROVEMENTS_ONLY"}})", "reasons-required",
                   "/reportPublished/reasons", "Working Together");
  practice.refused(id, R"({"reportPublished":{"version":1}})", "report-check-missing");
  practice.check_report(id);
  practice.add(id, R"({"reportPublished":{"version":1,"address":"https://example.org/report"}})");
  CHECK(practice.stage(id) == "PUBLISHED");
  practice.refused(id, R"({"reportTakenDown":{"reason":"TERM_ENDED"}})", "too-early-to-take-down", "",
                   "Working Together");
  practice.add(id, R"({"reportTakenDown":{"reason":"CHILD_AT_RISK"}})");
}

TEST_CASE("A fact is taken despite a rule, which shows on the case; the act stays gated", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.day("2026-01-21");
  practice.add(id, decided("LCSPR"));
  const std::string despite = R"(,"despite":[{"code":"sign-off-missing","reasons":"Sent before it was signed.",)"
                              R"("authorisedBy":"director-1"}]})";
  const std::string submitted = R"({"rapidReviewSubmitted":{})" + despite;
  const auto no_version = practice.coordinator.post("/v1/cases/" + id + "/entries", submitted);
  CHECK(no_version.status == 428);
  CHECK(no_version.code() == "precondition-missing");
  const auto entry = practice.add(id, submitted);
  CHECK(entry.at("irregularities").as_array().size() == 1);
  const auto irregularities = practice.show(id).at("irregularities").as_array();
  REQUIRE(irregularities.size() == 1);
  CHECK(irregularities[0].at("code").as_string() == "sign-off-missing");
  CHECK(irregularities[0].at("authorisedBy").as_string() == "director-1");

  // It names exactly the rules that would refuse it, and only those that may be set aside.
  practice.refused(id, R"({"noteAdded":{"text":"x"})" + despite, "not-a-choice", "/despite/0/code");
  practice.refused(id,
                   R"({"noteAdded":{"text":"x"},"occurredOn":"2027-01-01","despite":[{"code":"dated-in-the-future",)"
                   R"("reasons":"x","authorisedBy":"director-1"}]})",
                   "dated-in-the-future");
}

}  // namespace
}  // namespace review::service_test

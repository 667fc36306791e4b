#include <fmt/format.h>

#include "tests/http/service_support.hpp"

/// What takes two people takes two hands: a token that an administrator made for somebody takes no part in it.
namespace review::service_test {
namespace {

const std::string placed =
    R"({"embargoPlaced":{"covers":["REPORT"],"reason":"A trial is to come.","reviewOn":"2099-01-01",)"
    R"("readers":["coordinator-1","chair-1"]}})";
const std::string lift_proposed = R"({"embargoLiftProposed":{"evidence":"The verdict."}})";
const std::string lifted = R"({"embargoLifted":{"evidence":"The verdict."}})";

/// A real store: three people whose tokens were issued on its file, and two with tokens of the same administrator.
struct HandsOffice {
  Practice practice{
      DaemonWish{false,
                 {},
                 0,
                 {{"coordinator-1", "coordinator"}, {"chair-1", "chair"}, {"governance-1", "information-governance"}}}};
  HttpCaller& coordinator = practice.coordinator;
  HttpCaller chair = practice.daemon.caller(practice.daemon.issue("chair-1", "chair"));
  HttpCaller governance = practice.daemon.caller(practice.daemon.issue("governance-1", "information-governance"));
  HttpCaller one = practice.daemon.coordinator("x-one");
  HttpCaller two = practice.daemon.coordinator("x-two");
  std::string id = practice.open();

  HttpAnswer record(HttpCaller& by, const std::string& body, const std::string& query = "") {
    return by.post("/v1/cases/" + id + "/entries" + query, body, {{"If-Match", if_match(practice.version(id))}});
  }
  /// Of the newest entry of a kind, which must be there.
  std::string newest(const std::string& kind) {
    return texts(coordinator.get("/v1/cases/" + id + "/entries?pageSize=200&kinds=" + kind), "entries", "entry").back();
  }
};

void refuses_hand(const HttpAnswer& answer) {
  INFO(answer.body);
  CHECK(answer.status == 409);
  CHECK(answer.code() == "second-person-required");
  CHECK(answer.text("/detail").find("Sign in on the pages") != std::string::npos);
}

TEST_CASE("Two tokens that one administrator made do not lift an embargo between them", "[service]") {
  HandsOffice office;
  office.practice.add(office.id, placed);
  refuses_hand(office.record(office.one, lift_proposed));
  refuses_hand(office.record(office.one, lift_proposed, "?validateOnly=true"));
  const std::string named = R"({"embargoReadersNamed":{"readers":["x-one"],"reason":"Invented."}})";
  refuses_hand(office.record(office.two, named));
  REQUIRE(office.record(office.coordinator, lift_proposed).status == 201);
  refuses_hand(office.record(office.two, lifted));
  const auto corrected = fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":{}}}}})",
                                     office.newest("embargoLiftProposed"), lift_proposed);
  refuses_hand(office.record(office.one, corrected));
  CHECK(office.record(office.coordinator, lifted).code() == "second-person-required");
  CHECK(office.record(office.chair, lifted).status == 201);
}

TEST_CASE("With a token that somebody else made, everything that takes one person is done as before", "[service]") {
  HandsOffice office;
  CHECK(office.record(office.one, note).status == 201);
  CHECK(office.record(office.one, placed).status == 201);
  CHECK(office.record(office.two, R"({"embargoExtended":{"reviewOn":"2099-02-01","reason":"Invented."}})").status ==
        201);
  const auto withdrawn =
      fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})", office.newest("noteAdded"));
  CHECK(office.record(office.one, withdrawn).status == 201);
  CHECK(office.one.post("/v1/cases/99-0001/entries", lifted, {{"If-Match", "\"1\""}}).status == 404);
  auto reader = office.practice.daemon.reader();
  CHECK(office.record(reader, lifted).status == 403);
}

TEST_CASE("Two tokens that one administrator made do not unseal a case between them", "[service]") {
  HandsOffice office;
  office.practice.add(office.id,
                      R"({"caseSealed":{"readers":["coordinator-1","chair-1","x-one"],"reasons":"Invented."}})");
  const std::string proposed = R"({"unsealProposed":{"reasons":"Invented."}})";
  const std::string unsealed = R"({"caseUnsealed":{"reasons":"Invented."}})";
  refuses_hand(office.record(office.one, proposed));
  REQUIRE(office.record(office.coordinator, proposed).status == 201);
  refuses_hand(office.record(office.one, unsealed));
  refuses_hand(office.record(office.one, R"({"caseSealed":{"readers":["x-one","x-two"],"reasons":"Invented."}})"));
  const auto withdrawn =
      fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})", office.newest("caseSealed"));
  refuses_hand(office.record(office.one, withdrawn));
  CHECK(office.two.get("/v1/cases/" + office.id).status == 404);
  CHECK(office.record(office.two, unsealed).status == 404);
  CHECK(office.record(office.chair, unsealed).status == 201);
}

TEST_CASE("Who holds another's token does not let its person back in with a second one", "[service]") {
  HandsOffice office;
  const auto conflict = [](const std::string& person, const std::string& managed) {
    return fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"}}}})", person, managed);
  };
  REQUIRE(office.record(office.one, conflict("x-two", "EXCLUDED")).status == 201);
  refuses_hand(office.record(office.one, conflict("x-two", "STAYS_DECLARED")));
  CHECK(office.two.get("/v1/cases/" + office.id).status == 404);
  CHECK(office.record(office.coordinator, conflict("x-two", "STAYS_DECLARED")).status == 201);
}

TEST_CASE("A token that somebody else made neither proposes nor decides nor uses what two agreed on", "[service]") {
  HandsOffice office;
  const std::string wish = R"({"recipient":"The other office","reason":"The service moves."})";
  refuses_hand(office.one.post("/v1/export:propose", wish));
  const auto made = office.coordinator.post("/v1/export:propose", wish);
  REQUIRE(made.status == 201);
  const auto at = "/v1/approvals/" + made.text("/approval");
  for (const auto* verb : {":approve", ":refuse", ":withdraw"}) refuses_hand(office.two.post(at + verb, ""));
  // And it is told so: what may be done with it is said of the token, and not of its person.
  CHECK_FALSE(office.two.get(at).json().at("mayDecide").as_bool());
  CHECK_FALSE(office.two.get("/v1/approvals").json().at("approvals").at(0).at("mayDecide").as_bool());
  CHECK(office.governance.get(at).json().at("mayDecide").as_bool());
  CHECK(office.coordinator.get(at).json().at("mayWithdraw").as_bool());
  REQUIRE(office.governance.post(at + ":approve", "").status == 200);
  refuses_hand(office.one.get("/v1/export"));
  refuses_hand(office.one.post("/v1/cases/" + office.id + ":proposeExport", wish));
  refuses_hand(office.one.get("/v1/cases/" + office.id + "/export"));
  CHECK(office.coordinator.get("/v1/export").status == 200);

  // Nor is another token made with it, which would then be its person's own.
  auto other = office.practice.daemon.caller(office.practice.daemon.issue("x-admin", "administrator"));
  refuses_hand(other.post("/v1/tokens:propose", R"({"person":"x-admin","role":"administrator","reason":"Invented."})"));
  refuses_hand(other.post("/v1/tokens", R"({"person":"x-admin","role":"administrator"})"));
  refuses_hand(other.post("/v1/accounts:propose", R"({"person":"zoe","role":"reader","reason":"Invented."})"));
}

TEST_CASE("What two agree to export leaves without what an embargo keeps from who downloads it", "[service]") {
  HandsOffice office;
  const std::string named =
      R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
      R"("abuseOrNeglect":"SUSPECTED","children":[{"pseudonym":"Child A","name":"Thistledown Oakenshawe"}],)"
      R"("occurredIn":"sandwell"}})";
  const auto id = office.practice.open(named);
  const auto taken = [&] {
    const auto made = office.coordinator.post("/v1/export:propose", R"({"recipient":"The other office","reason":"x"})");
    REQUIRE(made.status == 201);
    REQUIRE(office.governance.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
    const auto all = office.coordinator.get("/v1/export");
    REQUIRE(all.status == 200);
    CHECK(all.body.find(id) != std::string::npos);
    return all.body.find("Thistledown") != std::string::npos;
  };
  CHECK(taken());
  office.practice.add(id, R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reason":"A trial is to come.",)"
                          R"("reviewOn":"2099-01-01","readers":["chair-1"]}})");
  CHECK_FALSE(taken());
  const auto match = HttpFields{{"If-Match", if_match(office.practice.version(id))}};
  REQUIRE(office.chair
              .post("/v1/cases/" + id + "/entries",
                    R"({"embargoReadersNamed":{"readers":["chair-1","coordinator-1"],"reason":"They move it."}})",
                    match)
              .status == 201);
  CHECK(taken());
}

TEST_CASE("A token that somebody made for themselves, and another approved, is their own hand", "[service]") {
  const Daemon daemon({false, {}});
  auto administrator = daemon.administrator();
  const std::string wish = R"({"person":"administrator-1","role":"administrator"})";
  const auto proposed = administrator.post(
      "/v1/tokens:propose", R"({"person":"administrator-1","role":"administrator","reason":"The old one runs out."})");
  REQUIRE(proposed.status == 201);
  REQUIRE(daemon.second_administrator().post("/v1/approvals/" + proposed.text("/approval") + ":approve", "").status ==
          200);
  const auto issued = administrator.post("/v1/tokens", wish);
  REQUIRE(issued.status == 201);
  auto renewed = daemon.caller(issued.text("/secret"));
  CHECK(renewed.post("/v1/accounts:propose", R"({"person":"zoe","role":"reader","reason":"Invented."})").status == 201);
}

TEST_CASE("Who looks at what was opened in an emergency does it by their own hand", "[service]") {
  HandsOffice office;
  const auto broken = office.one.post("/v1/cases/" + office.id + ":breakGlass",
                                      R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})");
  REQUIRE(broken.status == 201);
  const auto at = "/v1/glass/" + broken.text("/glass") + ":review";
  const std::string finding = R"({"finding":"Justified."})";
  auto other = office.practice.daemon.caller(office.practice.daemon.issue("x-governance", "information-governance"));
  refuses_hand(other.post(at, finding));
  CHECK(office.governance.post(at, finding).status == 200);
}

TEST_CASE("In a practice store everybody tries everything out with any token", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"embargoPlaced":{"covers":["REPORT"],"reason":"Invented.","reviewOn":"2026-07-01"}})");
  practice.add(id, lift_proposed);
  auto chair = practice.daemon.caller(practice.daemon.issue("chair-1", "chair"));
  CHECK(chair.post("/v1/cases/" + id + "/entries", lifted, {{"If-Match", if_match(practice.version(id))}}).status ==
        201);
}

}  // namespace
}  // namespace review::service_test

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <sstream>

#include "tests/http/service_support.hpp"

/// What takes two people before it leaves the service: one case, and everything.
namespace review::service_test {
namespace {

const std::string with_address =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","summary":"Invented words.","children":[{"pseudonym":"Child A",)"
    R"("name":"Invented Name","address":"12 Canary Row","school":"Canary School"}],"occurredIn":"sandwell"}})";

std::string conflict(const std::string& person, const std::string& managed = "EXCLUDED") {
  return fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"}}}})", person, managed);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

const std::vector<std::pair<std::string, std::string>> people = {
    {"coordinator-1", "coordinator"}, {"chair-1", "chair"}, {"governance-1", "information-governance"}};

struct ExportOffice {
  explicit ExportOffice(DaemonWish wish = {}) : practice(std::move(wish)) {}

  Practice practice;
  HttpCaller& coordinator = practice.coordinator;
  HttpCaller chair = practice.daemon.caller(practice.daemon.issue("chair-1", "chair"));
  HttpCaller governance = practice.daemon.caller(practice.daemon.issue("governance-1", "information-governance"));
  std::string id = practice.open(with_address);

  [[nodiscard]] std::string at(const std::string& rest) const { return "/v1/cases/" + id + rest; }
  HttpAnswer propose(HttpCaller& by, const std::string& more = "") {
    return by.post(at(":proposeExport"),
                   R"({"recipient":"Invented coroner","reason":"The coroner asks for it.")" + more + "}");
  }
  /// Proposed by one and approved by the other; its address.
  std::string agreed(HttpCaller& by, HttpCaller& with, const std::string& more = "") {
    const auto made = propose(by, more);
    REQUIRE(made.status == 201);
    const auto approval = "/v1/approvals/" + made.text("/approval");
    REQUIRE(with.post(approval + ":approve", "").status == 200);
    return approval;
  }
  [[nodiscard]] std::size_t shown_to(HttpCaller& somebody) const {
    return somebody.get("/v1/approvals").json().at("approvals").as_array().size();
  }
};

TEST_CASE("A case leaves the service when two people agree, once, and says what it is", "[service]") {
  ExportOffice office;
  const auto made = office.propose(office.coordinator);
  REQUIRE(made.status == 201);
  CHECK(made.text("/proposal/recipient") == "Invented coroner");
  CHECK(made.text("/proposal/fields") == "pseudonyms identifiers free-text");
  const auto approval = "/v1/approvals/" + made.text("/approval");
  CHECK(office.coordinator.get(office.at("/export")).code() == "second-person-required");
  CHECK(office.coordinator.post(approval + ":approve", "").code() == "second-person-required");
  CHECK(office.propose(office.chair).code() == "already-recorded");
  CHECK(office.chair.post(approval + ":approve", "").status == 200);
  CHECK(office.chair.get(office.at("/export")).code() == "second-person-required");
  CHECK_FALSE(office.coordinator.get(approval).text("/usableUntil").empty());

  const auto taken = office.coordinator.get(office.at("/export"));
  REQUIRE(taken.status == 200);
  CHECK(taken.header("Content-Type") == "application/x-ndjson");
  CHECK(taken.header("Cache-Control") == "no-store");
  CHECK(taken.header("Content-Disposition").find("OFFICIAL-SENSITIVE") != std::string::npos);
  const auto lines = lines_of(taken.body);
  REQUIRE(lines.size() == 2);
  const auto head = boost::json::parse(lines[0]).at("export");
  CHECK(head.at("marking").as_string() == "OFFICIAL-SENSITIVE");
  CHECK(head.at("practice").as_bool());
  CHECK(head.at("recipient").as_string() == "Invented coroner");
  CHECK("/v1/approvals/" + std::string(head.at("approval").as_string()) == approval);
  CHECK(lines[1].find("Invented Name") != std::string::npos);
  CHECK(taken.body.find("Canary") == std::string::npos);

  CHECK(office.coordinator.get(office.at("/export")).code() == "second-person-required");
  CHECK_FALSE(office.coordinator.get(approval).text("/used").empty());
  const auto reads = office.governance.get(office.at("/reads"));
  const auto seen = texts(reads, "reads", "what");
  CHECK(std::count(seen.begin(), seen.end(), "export") >= 1);

  Practice elsewhere;
  const auto imported =
      elsewhere.coordinator.post("/v1/import", taken.body, {{"Content-Type", "application/x-ndjson"}});
  INFO(imported.body);
  CHECK(imported.status == 200);
  CHECK(imported.json().at("taken").as_int64() == 1);
}

TEST_CASE("Where a child lives is in an export only if it was asked for by name", "[service]") {
  ExportOffice office;
  const auto look = [&](const std::string& body) {
    return office.governance.post(office.at(":previewExport"), body).body.find("placement-addresses") !=
           std::string::npos;
  };
  CHECK_FALSE(look("{}"));
  CHECK(look(R"({"placementAddresses":true})"));
  CHECK(office.propose(office.chair, R"(,"placementAddresses":"yes")").code() == "wrong-type");
  office.agreed(office.governance, office.coordinator, R"(,"placementAddresses":true)");
  const auto taken = office.governance.get(office.at("/export"));
  CHECK(taken.body.find("12 Canary Row") != std::string::npos);
  CHECK(taken.body.find("placement-addresses") != std::string::npos);
}

TEST_CASE("What is hidden stays hidden in an export, also for who may see it", "[service]") {
  ExportOffice office;
  const auto wrong = office.practice.add(office.id, R"({"noteAdded":{"text":"Canary of another child."}})");
  office.practice.add(office.id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_PERSON"}}}})",
                                             std::string(wrong.at("entry").as_string())));
  CHECK(office.governance.get(office.at("/entries")).body.find("Canary of another") != std::string::npos);
  office.agreed(office.governance, office.chair);
  const auto taken = office.governance.get(office.at("/export"));
  CHECK(taken.status == 200);
  CHECK(lines_of(taken.body).size() == 4);
  CHECK(taken.body.find("Canary") == std::string::npos);
}

TEST_CASE("Who is kept out of a case meanwhile exports nothing of it, and is shown no approval", "[service]") {
  ExportOffice office;
  const auto approval = office.agreed(office.chair, office.coordinator);
  CHECK(office.shown_to(office.chair) == 1);
  office.practice.add(office.id, conflict("chair-1"));
  const auto hidden = office.chair.get(office.at("/export"));
  CHECK(hidden.status == 404);
  CHECK(office.chair.get("/v1/cases/26-9999/export").status == 404);
  CHECK(office.shown_to(office.chair) == 0);
  CHECK(office.chair.get(approval).status == 404);
  CHECK(office.chair.post(approval + ":withdraw", "").status == 404);
  CHECK(office.propose(office.chair).status == 404);
  CHECK(office.chair.post(office.at(":previewExport"), "{}").status == 404);
  CHECK(office.chair.post(office.at(":previewErasure"), "{}").status == 404);
  CHECK(office.shown_to(office.governance) == 1);
  // Nor does a second person decide who is kept out.
  const auto waiting = office.propose(office.coordinator);
  REQUIRE(waiting.status == 201);
  CHECK(office.chair.post("/v1/approvals/" + waiting.text("/approval") + ":approve", "").status == 404);
}

TEST_CASE("A yes to an export lapses after a day", "[service]") {
  ExportOffice office;
  office.agreed(office.coordinator, office.chair);
  REQUIRE(office.practice.daemon.stop() == 0);
  {
    SQLite::Database database(office.practice.daemon.store().string(), SQLite::OPEN_READWRITE);
    database.exec("UPDATE approvals SET decided = '2026-01-01T00:00:00.000Z'");
  }
  office.practice.daemon.start();
  auto again = office.practice.daemon.caller(office.coordinator.token());
  CHECK(again.get(office.at("/export")).code() == "second-person-required");
  CHECK(again.get("/v1/approvals").body.find("usableUntil") == std::string::npos);
}

TEST_CASE("Who opened a case for a while exports and erases nothing of it", "[service]") {
  ExportOffice office;
  office.practice.add(office.id, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  CHECK(office.propose(office.chair).status == 404);
  const auto broken = office.chair.post(office.at(":breakGlass"),
                                        R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})");
  REQUIRE(broken.status == 201);
  REQUIRE(office.chair.get(office.at("")).status == 200);
  CHECK(office.propose(office.chair).status == 403);
  CHECK(office.chair.get(office.at("/export")).status == 403);
  CHECK(office.chair.post(office.at(":previewErasure"), "{}").status == 403);
  REQUIRE(office.propose(office.coordinator).status == 201);
  CHECK(office.shown_to(office.chair) == 0);
}

TEST_CASE("Roles without the right ask for no export and no erasure", "[service]") {
  ExportOffice office;
  for (const auto* role :
       {"reader", "panel-member", "reviewer", "scrutineer", "agency-contact", "script", "administrator"}) {
    INFO(role);
    auto other = office.practice.daemon.caller(office.practice.daemon.issue(std::string("some-") + role, role));
    CHECK(office.propose(other).status == 403);
    CHECK(other.get(office.at("/export")).status == 403);
    CHECK(other.post(office.at(":proposeErasure"), R"({"ground":"unlawful","reason":"Invented."})").status == 403);
    CHECK(other.post("/v1/export:propose", R"({"recipient":"Invented","reason":"Invented."})").status == 403);
  }
}

TEST_CASE("Everything leaves a real store only when two people agree", "[service]") {
  ExportOffice office({false, {}, 0, people});
  const std::string wish = R"({"recipient":"The other office","reason":"The service moves."})";
  CHECK(office.coordinator.get("/v1/export").code() == "second-person-required");
  const auto made = office.coordinator.post("/v1/export:propose", wish);
  REQUIRE(made.status == 201);
  CHECK(made.text("/act") == "export-store");
  const auto approval = "/v1/approvals/" + made.text("/approval");
  CHECK(office.coordinator.post(approval + ":approve", "").code() == "second-person-required");
  CHECK(office.coordinator.get("/v1/export").code() == "second-person-required");
  REQUIRE(office.governance.post(approval + ":approve", "").status == 200);
  const auto taken = office.coordinator.get("/v1/export");
  CHECK(taken.status == 200);
  CHECK(lines_of(taken.body).size() == 1);
  CHECK(office.coordinator.get("/v1/export").code() == "second-person-required");
  CHECK(office.coordinator.post("/v1/export:propose", R"({"recipient":"","reason":"x"})").code() == "missing-field");
  CHECK(office.coordinator.post("/v1/export:propose", R"({"recipient":"x"})").code() == "reasons-required");
}

}  // namespace
}  // namespace review::service_test

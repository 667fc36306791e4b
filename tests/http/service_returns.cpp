#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {
namespace {

const std::string school = R"({"agency":"east-school","name":"East School"})";
const std::string jones = R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@example.org"})";

/// A notified case, an agency that is asked in it, and another that is not.
struct Register {
  Practice practice;
  std::string id;
  std::string at;
  std::string request;

  explicit Register(const std::string& begins = incident) {
    practice.day("2026-01-05");
    static_cast<void>(practice.daemon.issue("zoe", "reader"));
    id = practice.open(begins);
    at = "/v1/cases/" + id;
    practice.day("2026-01-07");
    practice.add(id, notified);
    auto& caller = practice.coordinator;
    REQUIRE(caller.post("/v1/agencies", school).status == 201);
    REQUIRE(caller.post("/v1/agencies", R"({"agency":"west-school","name":"West School"})").status == 201);
    REQUIRE(caller.post("/v1/agencies/east-school/contacts", jones).status == 201);
    request =
        practice
            .add(
                id,
                R"({"agencyReturnRequested":{"agencies":["east-school"],"type":"SCOPING","period":"Since Oakenshawe came"}})")
            .at("entry")
            .as_string()
            .c_str();
  }
  [[nodiscard]] std::string wish(const std::string& agency = "east-school", const std::string& contact = "b-jones",
                                 const std::string& last = "2026-02-01") const {
    return fmt::format(R"({{"request":"{}","agency":"{}","contact":"{}","expiresOn":"{}"}})", request, agency, contact,
                       last);
  }
};

TEST_CASE("Links are for coordinators: an administrator keeps the register and sees no case", "[service]") {
  Register made;
  auto administrator = made.practice.daemon.administrator();
  auto reader = made.practice.daemon.reader();
  CHECK(administrator.get("/v1/agencies").status == 200);
  CHECK(administrator.post("/v1/agencies", R"({"agency":"police","name":"Police"})").status == 201);
  CHECK(administrator.get(made.at + "/returnLinks").status == 403);
  CHECK(administrator.post(made.at + "/returnLinks", made.wish()).status == 403);
  CHECK(administrator.get("/v1/returnAlerts").json().at("returnAlerts").as_array().empty());
  CHECK(reader.get("/v1/agencies").status == 200);
  CHECK(reader.get("/v1/agencies/-/timeliness").status == 200);
  CHECK(reader.post("/v1/agencies", R"({"agency":"fire","name":"Fire"})").status == 403);
  CHECK(reader.post("/v1/agencies/east-school/contacts/b-jones:end", "{}").status == 403);
  CHECK(reader.get(made.at + "/returnLinks").status == 403);
  CHECK(reader.get("/v1/returnAlerts").status == 403);
  CHECK(reader.get("/v1/practice/mails").status == 403);
}

TEST_CASE("A link needs its case, its request, a contact of that agency and a last day that is near", "[service]") {
  Register made;
  auto& caller = made.practice.coordinator;
  const auto links = made.at + "/returnLinks";
  CHECK(caller.post("/v1/cases/99-0001/returnLinks", made.wish()).status == 404);
  CHECK(caller.get("/v1/cases/99-0001/returnLinks").status == 404);
  CHECK(caller.post(links, made.wish("west-school")).code() == "missing-reference");
  CHECK(caller.post(links, made.wish("east-school", "nobody")).text("/violations/0/pointer") == "/contact");
  CHECK(caller.post(links, made.wish("east-school", "b-jones", "2025-12-31")).code() == "malformed");
  CHECK(caller.post(links, made.wish("east-school", "b-jones", "2027-12-31")).code() == "malformed");
  CHECK(caller.post(links, made.wish("east-school", "b-jones", "soon")).code() == "not-a-date");
  const auto link = caller.post(links, made.wish());
  REQUIRE(link.status == 201);
  CHECK(caller.get(link.header("Location")).text("/state") == "NOT_OPENED");
  CHECK(caller.get(link.header("Location")).body.find("rvw_") == std::string::npos);
  CHECK(caller.get("/v1/cases/99-0001/returnLinks/" + link.text("/link")).status == 404);
  REQUIRE(caller.post("/v1/agencies/east-school/contacts/b-jones:end", R"({"until":"2026-12-31"})").status == 200);
  CHECK(caller.post(links, made.wish()).status == 201);
}

TEST_CASE("A reminder goes out and into the record together, and not for a link that is over", "[service]") {
  Register made;
  auto& caller = made.practice.coordinator;
  const auto link = made.at + "/returnLinks/" + caller.post(made.at + "/returnLinks", made.wish()).text("/link");
  const auto before = made.practice.size();
  CHECK(caller.post(link + ":remind", "").status == 200);
  CHECK(made.practice.size() == before + 1);
  CHECK(caller.get("/v1/practice/mails").text("/mails/0/subject").starts_with("A reminder"));
  CHECK(caller.post(link + ":revoke", "").text("/state") == "REVOKED");
  CHECK(caller.post(link + ":remind", "").code() == "missing-reference");
  CHECK(made.practice.size() == before + 1);
}

/// The path of a link that was made.
std::string path_of(const HttpAnswer& link) {
  REQUIRE(link.status == 201);
  const auto address = link.text("/address");
  return address.substr(address.find("/return/"));
}

/// Comes in by a link, with the code that is mailed.
HttpAnswer come_in(Register& made, test::Browser& browser, const std::string& link) {
  REQUIRE(browser.open(link).status == 200);
  REQUIRE(browser.send(link, {}).status == 303);
  const auto text = made.practice.coordinator.get("/v1/practice/mails").text("/mails/0/text");
  std::smatch code;
  REQUIRE(std::regex_search(text, code, std::regex("Your code is ([0-9]{6})")));
  return browser.send(link + "/code", {{"code", code[1]}});
}

/// What a contact reads of the children who comes in by the link anew.
std::string tasks_by(Register& made, const std::string& link) {
  test::Browser browser(made.practice.daemon);
  REQUIRE(come_in(made, browser, link).status == 303);
  const auto tasks = browser.open(link + "/tasks");
  REQUIRE(tasks.status == 200);
  return tasks.body;
}

const std::string named_child =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","children":[{"pseudonym":"Child A","ageYears":8,)"
    R"("name":"Thistledown Oakenshawe","bornOn":"2017-03-09","address":"1 Grimbledon Lane"}]}})";

TEST_CASE("A link shows what an embargo covers only if whoever made it reads through that embargo", "[service]") {
  Register made(named_child);
  auto ann = made.practice.daemon.coordinator("ann");
  const auto links = made.at + "/returnLinks";
  const auto shown = [&](const std::string& link) {
    const auto page = tasks_by(made, link);
    const bool named = page.find("Thistledown") != std::string::npos;
    CHECK((page.find("Grimbledon") != std::string::npos) == named);
    CHECK((page.find("Since Oakenshawe came") != std::string::npos) == named);
    CHECK((page.find("Since [under embargo] came") != std::string::npos) == !named);
    CHECK((page.find("March 2017") != std::string::npos) == named);
    CHECK((page.find("Child A") != std::string::npos) == !named);
    CHECK((page.find("cannot be shown on this page") != std::string::npos) == !named);
    return named;
  };
  const auto early = path_of(made.practice.coordinator.post(links, made.wish()));
  test::Browser before(made.practice.daemon);
  REQUIRE(come_in(made, before, early).status == 303);
  CHECK(before.open(early + "/tasks").body.find("Thistledown") != std::string::npos);

  made.practice.add(made.id, R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reason":"A trial is to come.",)"
                             R"("reviewOn":"2026-07-01","readers":["ann","zoe"]}})");
  const auto now = before.open(early + "/tasks");
  CHECK(now.status == 200);
  CHECK(now.body.find("Thistledown") == std::string::npos);
  const auto other = path_of(made.practice.coordinator.post(links, made.wish()));
  CHECK_FALSE(shown(other));
  const auto reads = made.at + "/embargoes/embargo-1/reads";
  CHECK(made.practice.coordinator.get(reads).body.find("people/b-jones") == std::string::npos);
  const auto of_reader = path_of(ann.post(links, made.wish()));
  CHECK(shown(of_reader));
  CHECK(made.practice.coordinator.get(reads).body.find("people/b-jones") != std::string::npos);

  // A reader of one embargo does not read through another.
  made.practice.add(made.id, R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reason":"Another trial.",)"
                             R"("reviewOn":"2026-07-01","readers":["zoe"]}})");
  const auto both = path_of(ann.post(links, made.wish()));
  CHECK_FALSE(shown(both));
}

std::string placed_for(const std::string& readers) {
  return fmt::format(R"({{"embargoPlaced":{{"covers":["IDENTIFYING_FACTS"],"reason":"A trial is to come.",)"
                     R"("reviewOn":"2026-07-01","readers":[{}]}}}})",
                     readers);
}

TEST_CASE("A link under an embargo shows the pseudonym of now, and none that was given up", "[service]") {
  auto named = named_child;
  named.replace(named.find("Child A"), std::string("Child A").size(), "Amelia");
  Register made(named);
  made.practice.add(
      made.id,
      R"({"circumstancesChanged":{"on":"2026-01-06","children":[{"child":"child-1","pseudonym":"Child A"}]}})");
  made.practice.add(made.id, placed_for(R"("zoe")"));
  const auto page = tasks_by(made, path_of(made.practice.coordinator.post(made.at + "/returnLinks", made.wish())));
  CHECK(page.find("Child A") != std::string::npos);
  CHECK(page.find("Amelia") == std::string::npos);
}

TEST_CASE("A link shows no name that is under an embargo in a case beside it, whoever made the link", "[service]") {
  Register made;
  auto& practice = made.practice;
  auto zoe = practice.daemon.coordinator("zoe");
  const auto other = practice.open(named_child);
  practice.add(other, notified);
  practice.add(other, fmt::format(R"({{"rapidReviewJoined":{{"cases":["{}"]}}}})", made.id));
  const auto link = path_of(zoe.post(made.at + "/returnLinks", made.wish()));
  test::Browser contact(practice.daemon);
  REQUIRE(come_in(made, contact, link).status == 303);
  CHECK(contact.open(link + "/tasks").body.find("Since Oakenshawe came") != std::string::npos);
  practice.add(other, placed_for(R"("zoe")"));
  const auto page = contact.open(link + "/tasks").body;
  CHECK(page.find("Since [under embargo] came") != std::string::npos);
  CHECK(page.find("Oakenshawe") == std::string::npos);
  CHECK(page.find("cannot be shown on this page") == std::string::npos);  // of its own people nothing is kept back
}

std::string named_for(const std::string& readers) {
  return fmt::format(R"({{"embargoReadersNamed":{{"readers":[{}],"reason":"Invented."}}}})", readers);
}

TEST_CASE("A link shows what an embargo covers no longer than whoever made it may read it", "[service]") {
  Register made(named_child);
  auto ann = made.practice.daemon.coordinator("ann");
  const auto links = made.at + "/returnLinks";
  made.practice.add(made.id, placed_for(R"("ann","zoe")"));
  const auto link = path_of(ann.post(links, made.wish()));
  test::Browser contact(made.practice.daemon);
  REQUIRE(come_in(made, contact, link).status == 303);
  const auto shown = [&] {
    const auto page = contact.open(link + "/tasks");
    REQUIRE(page.status == 200);  // the agency can answer all the same
    const bool named = page.body.find("Thistledown") != std::string::npos;
    CHECK((page.body.find("Grimbledon") != std::string::npos) == named);
    CHECK((page.body.find("March 2017") != std::string::npos) == named);
    CHECK((page.body.find("Child A") != std::string::npos) == !named);
    return named;
  };
  CHECK(shown());
  const auto reads = [&] {
    return made.practice.coordinator.get(made.at + "/embargoes/embargo-1/reads").json().at("reads").as_array().size();
  };

  made.practice.add(made.id, named_for(R"("zoe")"));
  const auto before = reads();
  CHECK_FALSE(shown());
  CHECK_FALSE(shown());
  CHECK(reads() == before);
  test::Browser other(made.practice.daemon);
  const auto after = path_of(ann.post(links, made.wish()));
  REQUIRE(come_in(made, other, after).status == 303);
  CHECK(other.open(after + "/tasks").body.find("Thistledown") == std::string::npos);

  // Named again, she may read it, and so may those whom she asked; but not by what she made meanwhile.
  made.practice.add(made.id, named_for(R"("ann","zoe")"));
  CHECK(shown());
  CHECK(other.open(after + "/tasks").body.find("Thistledown") == std::string::npos);

  // A named reader who is kept out of the case, or of the service, reads nothing either.
  const auto conflict = made.practice.add(made.id, R"({"conflictDeclared":{"person":"ann","managed":"EXCLUDED"}})");
  CHECK_FALSE(shown());
  made.practice.add(made.id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})",
                                         conflict.at("entry").as_string().c_str()));
  CHECK(shown());
  auto administrator = made.practice.daemon.administrator();
  REQUIRE(administrator.post("/v1/accounts", R"({"person":"ann","role":"coordinator"})").status == 201);
  CHECK(shown());
  REQUIRE(administrator.post("/v1/accounts/ann:disable", "").status == 200);
  CHECK_FALSE(shown());
}

TEST_CASE("Who is not put on an embargo that gets its first readers leaves no link behind that shows it", "[service]") {
  Register made(named_child);
  const auto links = made.at + "/returnLinks";
  made.practice.add(made.id, placed_for(""));
  const auto link = path_of(made.practice.coordinator.post(links, made.wish()));
  test::Browser contact(made.practice.daemon);
  REQUIRE(come_in(made, contact, link).status == 303);
  CHECK(contact.open(link + "/tasks").body.find("Thistledown") != std::string::npos);
  made.practice.add(made.id, named_for(R"("zoe")"));
  CHECK(contact.open(link + "/tasks").body.find("Thistledown") == std::string::npos);
}

/// The page of a link, without what every answer has anew.
std::string door_of(test::Browser& browser, const std::string& link) {
  static const std::regex own("rvw_[A-Za-z0-9_%-]+");
  const auto answer = browser.open(link);
  return std::to_string(answer.status) + std::regex_replace(answer.body, own, "LINK");
}

TEST_CASE("A seal stops the links that are open, until somebody on its list makes a new one", "[service]") {
  Register made;
  auto& caller = made.practice.coordinator;
  auto ann = made.practice.daemon.coordinator("ann");
  const auto links = made.at + "/returnLinks";
  const auto mails = [&] { return caller.get("/v1/practice/mails").json().at("mails").as_array().size(); };
  const auto first = caller.post(links, made.wish());
  const auto door = path_of(first);
  const auto revoked = caller.post(links, made.wish());
  REQUIRE(caller.post(links + "/" + revoked.text("/link") + ":revoke", "").status == 200);

  test::Browser browser(made.practice.daemon);
  REQUIRE(come_in(made, browser, door).status == 303);
  REQUIRE(browser.open(door + "/tasks").status == 200);

  made.practice.add(made.id, R"({"caseSealed":{"readers":["coordinator-1","ann","zoe"],"reasons":"Invented."}})");
  CHECK(browser.open(door + "/tasks").header("Location") == door);
  CHECK(browser.open(door + "/you").header("Location") == door);
  CHECK(browser.open(door + "/receipt").header("Location") == door);
  // It is as a link that was taken back: the same page, and no code goes out.
  test::Browser stranger(made.practice.daemon);
  CHECK(door_of(stranger, door) == door_of(stranger, path_of(revoked)));
  const auto before = mails();
  CHECK(stranger.send(door, {}).status == 303);
  CHECK(mails() == before);
  CHECK(caller.get(links + "/" + first.text("/link")).text("/state") == "STOPPED_BY_SEAL");
  CHECK(caller.post(links + "/" + first.text("/link") + ":remind", "").code() == "missing-reference");

  // Who is not on the list makes none; who is, does, and a shorter list leaves it open.
  CHECK(made.practice.daemon.coordinator("coordinator-9").post(links, made.wish()).status == 404);
  const auto second = ann.post(links, made.wish());
  const auto fresh = path_of(second);
  REQUIRE(come_in(made, browser, fresh).status == 303);
  CHECK(browser.open(fresh + "/tasks").status == 200);
  made.practice.add(made.id, R"({"caseSealed":{"readers":["coordinator-1","ann"],"reasons":"Invented."}})");
  CHECK(browser.open(fresh + "/tasks").status == 200);

  // What was stopped stays so when the case is unsealed.
  made.practice.add(made.id, R"({"unsealProposed":{"reasons":"Invented."}})");
  const HttpFields match{{"If-Match", if_match(made.practice.version(made.id))}};
  REQUIRE(ann.post(made.at + "/entries", R"({"caseUnsealed":{"reasons":"Invented."}})", match).status == 201);
  CHECK(caller.get(links + "/" + first.text("/link")).text("/state") == "STOPPED_BY_SEAL");
  CHECK(browser.open(fresh + "/tasks").status == 200);
}

TEST_CASE("How agencies answer is counted by agency, over the cases that the reader sees", "[service]") {
  Register made;
  made.practice.add(made.id, R"({"agencyReturnRequested":{"agencies":["west-school"],"dueOn":"2026-01-12"}})");
  made.practice.day("2026-01-14");
  made.practice.add(made.id, R"({"agencyReturnReceived":{"agency":"east-school","completeness":"FULL"}})");
  const auto all = made.practice.coordinator.get("/v1/agencies/-/timeliness").json().at("agencies").as_array();
  REQUIRE(all.size() == 2);
  CHECK(all[0].at("inTimescale").as_int64() == 1);
  CHECK(all[1].at("name").as_string() == "West School");
  CHECK(all[1].at("outOfTimescale").as_int64() == 1);
}

TEST_CASE("Without mail a request is recorded, and no link can be made", "[service]") {
  const Daemon daemon({false, {}});
  auto caller = daemon.coordinator();
  const auto id = caller.post("/v1/cases", incident).text("/case");
  REQUIRE(caller.post("/v1/cases/" + id + "/entries", notified).status == 201);
  REQUIRE(caller.post("/v1/agencies", school).status == 201);
  REQUIRE(caller.post("/v1/agencies/east-school/contacts", jones).status == 201);
  const auto asked = caller.post("/v1/cases/" + id + "/returnRequests", R"({"agencies":["east-school"]})");
  REQUIRE(asked.status == 201);
  CHECK(asked.text("/withoutLink/0") == "east-school");
  const auto refused = caller.post("/v1/cases/" + id + "/returnLinks",
                                   fmt::format(R"({{"request":"{}","agency":"east-school","contact":"b-jones",)"
                                               R"("expiresOn":"2099-01-01"}})",
                                               asked.text("/entry/entry")));
  CHECK(refused.code() == "not-permitted");
  CHECK(caller.get("/v1/practice/mails").status == 403);
}

}  // namespace
}  // namespace review::service_test

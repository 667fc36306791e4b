#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// The pages of administration and scrutiny, over HTTP, as each role sees them.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

struct AdministrationOffice {
  Practice practice{};
  Browser administrator = Browser::of(practice.daemon, "ada-admin", "administrator");
  Browser coordinator = Browser::of(practice.daemon, "cora-coordinator", "coordinator");

  /// Opens a page for the token of its forms, then sends one of them.
  static HttpAnswer send(Browser& browser, const std::string& page, const FormValues& values,
                         const std::string& to = "") {
    REQUIRE(browser.open(page).status == 200);
    return browser.send(to.empty() ? page : to, values);
  }
};

TEST_CASE("An administrator invites somebody, and the link is shown once", "[web]") {
  AdministrationOffice office;
  const auto page = office.administrator.open("/administration/people");
  CHECK(says(page, "cora-coordinator"));
  CHECK(says(page, "Review coordinator"));
  auto answer = AdministrationOffice::send(office.administrator, "/administration/people",
                                           {{"person", "Not A Name"}, {"role", "chair"}});
  CHECK(answer.status == 400);
  CHECK(says(answer, "<title>Error: "));
  CHECK(says(answer, "Not A Name"));
  answer = AdministrationOffice::send(
      office.administrator, "/administration/people",
      {{"person", "p-panel"}, {"name", "Pia Panel"}, {"role", "panel-member"}, {"agency", "POLICE"}});
  CHECK(answer.status == 201);
  const auto at = answer.body.find("/invitation/rvw_");
  REQUIRE(at != std::string::npos);
  const auto link = answer.body.substr(at, answer.body.find('<', at) - at);
  CHECK(says(answer, "shown only now"));
  Browser invited(office.practice.daemon);
  CHECK(invited.open(link).status == 200);
  const auto list = office.administrator.open("/administration/people");
  CHECK(says(list, "Pia Panel"));
  CHECK(says(list, "Police"));
  CHECK_FALSE(list.body.find("rvw_") != std::string::npos);
}

TEST_CASE("Somebody who is shut out is out before their next page", "[web]") {
  AdministrationOffice office;
  auto reader = Browser::of(office.practice.daemon, "r-reader", "reader");
  REQUIRE(reader.open("/cases").status == 200);
  const std::string page = "/administration/people/r-reader";
  CHECK(AdministrationOffice::send(office.administrator, page, {{"do", "disable"}}).status == 303);
  CHECK(reader.open("/cases").status == 303);
  CHECK(says(office.administrator.open(page), "Disabled since"));
}

TEST_CASE("A role is proposed on one page and approved on another, by another person", "[web]") {
  AdministrationOffice office;
  auto reader = Browser::of(office.practice.daemon, "r-reader", "reader");
  const std::string page = "/administration/people/r-reader";
  auto answer =
      AdministrationOffice::send(office.administrator, page, {{"do", "role"}, {"role", "chair"}, {"reason", ""}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "Say why"));
  answer = AdministrationOffice::send(office.administrator, page,
                                      {{"do", "role"}, {"role", "chair"}, {"reason", "From May."}});
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  CHECK(says(office.administrator.open(approval), "Take it back"));
  CHECK_FALSE(office.administrator.open(approval).body.find(">Approve<") != std::string::npos);
  CHECK(office.administrator.send(approval, {{"do", "approve"}}).status == 409);

  CHECK(says(office.coordinator.open("/administration/approvals"), "Role of r-reader: Chair"));
  CHECK(says(office.coordinator.open(approval), "From May."));
  CHECK(office.coordinator.send(approval, {{"do", "approve"}}).status == 303);
  CHECK(says(office.coordinator.open(approval), "Approved by cora-coordinator"));
  CHECK(reader.open("/cases").status == 303);
  CHECK(says(office.administrator.open(page), "Chair"));
}

TEST_CASE("Somebody who cannot sign in any more gets another link, after a page that says what happens", "[web]") {
  AdministrationOffice office;
  auto reader = Browser::of(office.practice.daemon, "r-reader", "reader");
  const std::string page = "/administration/people/r-reader";
  CHECK(says(office.administrator.open(page), page + "/reset"));
  const auto asks = office.administrator.open(page + "/reset");
  CHECK(says(asks, "Do you want to reset how r-reader signs in?"));
  CHECK(says(asks, "signed out on every device"));
  CHECK(reader.open("/cases").status == 200);
  const auto done = office.administrator.send(page + "/reset", {{"do", "password"}});
  CHECK(done.status == 200);
  CHECK(reader.open("/cases").status == 303);
  const auto at = done.body.find("/invitation/rvw_");
  REQUIRE(at != std::string::npos);
  const auto link = done.body.substr(at, done.body.find('<', at) - at);
  Browser again(office.practice.daemon);
  REQUIRE(again.open(link).status == 200);
  const std::string fresh = "amber window cabbage";
  CHECK(again.send(link, {{"password", fresh}, {"again", fresh}}).status == 303);
  CHECK(again.open("/cases").status == 200);
  CHECK(office.administrator.open("/administration/people/nobody/reset").status == 404);
  CHECK(office.coordinator.open(page + "/reset").status == 403);
  CHECK(AdministrationOffice::send(office.administrator, page, {{"do", "disable"}}).status == 303);
  CHECK_FALSE(office.administrator.open(page).body.find(page + "/reset") != std::string::npos);
  CHECK(office.administrator.open(page + "/reset").status == 404);
}

TEST_CASE("A key for a program is shown once and stopped at once", "[web]") {
  AdministrationOffice office;
  const std::string page = "/administration/tokens";
  const auto made = AdministrationOffice::send(office.administrator, page, {{"person", "nightly"}, {"role", "script"}});
  CHECK(made.status == 201);
  const auto at = made.body.find("rvw_");
  REQUIRE(at != std::string::npos);
  const auto key = made.body.substr(at, made.body.find('<', at) - at);
  auto program = office.practice.daemon.caller(key);
  CHECK(program.get("/v1/cases").status == 200);
  const auto list = office.administrator.open(page);
  CHECK(says(list, "nightly"));
  const auto id = key.substr(4, key.find('_', 4) - 4);
  CHECK(says(list, page + "/" + id + "/revoke"));
  CHECK(office.administrator.send(page + "/" + id + "/revoke", {}).status == 303);
  CHECK(program.get("/v1/cases").status == 401);
}

TEST_CASE("In a real store a key is proposed, approved by another, and then made and shown once", "[web]") {
  const Daemon real({false, {}});
  auto administrator = Browser::of(real, "ada-admin", "administrator");
  test::set_up_second_step(administrator);
  const std::string page = "/administration/tokens";
  REQUIRE(says(administrator.open(page), "Propose a key"));
  auto answer = administrator.send(page, {{"person", "nightly"}, {"role", "script"}, {"reason", ""}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "Say why"));
  answer = administrator.send(page, {{"person", "nightly"}, {"role", "script"}, {"reason", "The yearly figures."}});
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  CHECK(says(administrator.open(approval), "Access key for nightly: Script"));
  CHECK_FALSE(administrator.open(page).body.find("Make the key") != std::string::npos);
  const auto id = approval.substr(approval.rfind('/') + 1);
  REQUIRE(real.second_administrator().post("/v1/approvals/" + id + ":approve", "").status == 200);
  CHECK(says(administrator.open(page), "Make the key"));
  const auto made = administrator.send(page + "/agreed/" + id, {});
  CHECK(made.status == 201);
  CHECK(says(made, "rvw_"));
  CHECK_FALSE(administrator.open(page).body.find("Make the key") != std::string::npos);
  CHECK(administrator.send(page + "/agreed/" + id, {}).status == 409);
}

TEST_CASE("Days off go from the form to the preview, to the proposal, to force", "[web]") {
  AdministrationOffice office;
  office.practice.open();
  const std::string page = "/administration/closures";
  auto answer = AdministrationOffice::send(
      office.administrator, page,
      {{"change", "add"}, {"from.day", "9"}, {"from.month", "smarch"}, {"from.year", "2026"}});
  CHECK(answer.status == 400);
  CHECK(says(answer, "href=\"#from-day\""));
  CHECK(says(answer, "smarch"));
  const FormValues typed = {{"change", "add"}, {"from.day", "9"},   {"from.month", "January"}, {"from.year", "2026"},
                            {"name", "Flood"}, {"kind", "closure"}, {"do", "preview"}};
  answer = AdministrationOffice::send(office.administrator, page, typed);
  REQUIRE(answer.status == 200);
  CHECK(says(answer, "Friday 9 January 2026"));
  CHECK(says(answer, "would move."));
  CHECK(answer.body.find("26-0001") == std::string::npos);
  answer = office.administrator.send(page, {{"do", "propose"},
                                            {"change", "add"},
                                            {"from", "2026-01-09"},
                                            {"name", "Flood"},
                                            {"kind", "closure"},
                                            {"reason", "The office is under water."}});
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  CHECK(office.administrator.open(approval).body.find("26-0001") == std::string::npos);
  const auto shown = office.coordinator.open(approval);
  CHECK(says(shown, "26-0001"));
  CHECK(says(shown, "Monday 12 January 2026"));
  CHECK(says(shown, "Tuesday 13 January 2026"));
  CHECK(office.coordinator.send(approval, {{"do", "approve"}}).status == 303);
  CHECK(office.practice.clock("26-0001", "notify-panel") == "RUNNING 2026-01-13");
  CHECK(says(office.coordinator.open(page), "Settled here"));
  CHECK(office.coordinator.send(page, typed).status == 409);
}

TEST_CASE("A setting is proposed after a look at what it moves, and says where it comes from", "[web]") {
  AdministrationOffice office;
  const std::string page = "/administration/settings/overlay-law";
  CHECK(says(office.administrator.open("/administration/settings"), "Bodies that must sign"));
  auto answer = AdministrationOffice::send(office.administrator, page, {{"value", "id = 3"}, {"do", "preview"}});
  CHECK(answer.status == 400);
  CHECK(says(answer, "line 1"));
  answer = AdministrationOffice::send(office.administrator, "/administration/settings/coordinator-name",
                                      {{"value", "Asha Verma"}, {"do", "propose"}, {"reason", "New in post."}});
  REQUIRE(answer.status == 303);
  REQUIRE(office.coordinator.open(answer.header("Location")).status == 200);
  CHECK(office.coordinator.send(answer.header("Location"), {{"do", "approve"}}).status == 303);
  const auto settled = office.coordinator.open("/administration/settings/coordinator-name");
  CHECK(says(settled, "Asha Verma"));
  CHECK(says(settled, "approved by cora-coordinator"));
  CHECK_FALSE(settled.body.find("Propose another value") != std::string::npos);
  CHECK(office.coordinator.open("/administration/settings/none").status == 404);
}

TEST_CASE("An administrator sees no case on any page of administration, and has no scrutiny", "[web]") {
  AdministrationOffice office;
  const auto id = office.practice.open();
  office.practice.add(id, R"({"challengeRaised":{"text":"Was the family asked?"}})");
  for (const auto* page : {"/administration", "/administration/people", "/administration/people/ada-admin",
                           "/administration/approvals", "/administration/tokens", "/administration/settings",
                           "/administration/settings/quorum", "/administration/closures", "/administration/webhooks"}) {
    INFO(page);
    const auto answer = office.administrator.open(page);
    CHECK(answer.status == 200);
    CHECK(answer.header("Cache-Control") == "no-store");
    CHECK(answer.body.find(id) == std::string::npos);
    CHECK(answer.body.find("Child A") == std::string::npos);
  }
  CHECK(office.administrator.open("/scrutiny").status == 403);
  CHECK(office.administrator.open("/scrutiny/statement/2026").status == 403);
  CHECK(office.administrator.open("/practice").status == 403);
}

TEST_CASE("Who has no part in administration gets none of its pages", "[web]") {
  AdministrationOffice office;
  auto member = Browser::of(office.practice.daemon, "p-panel", "panel-member");
  for (const auto* page :
       {"/administration", "/administration/people", "/administration/approvals", "/administration/tokens",
        "/administration/settings", "/administration/closures", "/scrutiny"}) {
    INFO(page);
    CHECK(member.open(page).status == 403);
  }
  CHECK(office.coordinator.open("/administration/people").status == 403);
  CHECK(office.coordinator.open("/administration/tokens").status == 403);
  CHECK(office.coordinator.open("/administration/webhooks").status == 403);
  CHECK(office.coordinator.open("/administration").status == 200);
}

TEST_CASE("The scrutineer raises a challenge, the coordinator answers it, and the year is counted", "[web]") {
  AdministrationOffice office;
  const auto id = office.practice.open();
  auto scrutineer = Browser::of(office.practice.daemon, "sol-scrutineer", "scrutineer");
  CHECK(says(scrutineer.open("/"), "href=\"/scrutiny\""));
  CHECK(AdministrationOffice::send(scrutineer, "/scrutiny", {{"case", "26-0099"}, {"do", "challenge"}}).status == 400);
  const auto begun = AdministrationOffice::send(scrutineer, "/scrutiny", {{"case", id}, {"do", "challenge"}});
  CHECK(begun.header("Location") == "/cases/" + id + "/add/challengeRaised");
  CHECK(scrutineer.open(begun.header("Location")).status == 200);
  office.practice.add(id, R"({"challengeRaised":{"challenge":"challenge-1","text":"Was the family asked?"}})");
  const auto page = office.coordinator.open("/scrutiny");
  CHECK(says(page, "Was the family asked?"));
  CHECK(says(page, "/add/challengeAnswered?challengeAnswered.challenge=challenge-1"));
  CHECK(scrutineer.open("/scrutiny").body.find("Answer it") == std::string::npos);
  office.practice.add(id, R"({"challengeAnswered":{"challenge":"challenge-1","answer":"Yes.","changed":true}})");
  CHECK(says(scrutineer.open("/scrutiny"), "No challenge waits for an answer."));
  const std::string statement = "/scrutiny/statement/2026";
  CHECK(AdministrationOffice::send(scrutineer, statement, {{"text", "Challenge was welcome."}}).status == 303);
  CHECK(says(office.coordinator.open(statement), "Challenge was welcome."));
  CHECK(office.coordinator.open(statement).body.find("<textarea") == std::string::npos);
  CHECK(office.coordinator.send(statement, {{"text", "No."}}).status == 403);
  CHECK(scrutineer.open("/scrutiny/statement/soon").status == 404);
}

TEST_CASE("The coordinator sets the day of a practice store, and a real store has no such page", "[web]") {
  AdministrationOffice office;
  CHECK(says(office.coordinator.open("/"), "href=\"/practice\""));
  auto answer = AdministrationOffice::send(office.coordinator, "/practice",
                                           {{"date.day", "31"}, {"date.month", "2"}, {"date.year", "2026"}});
  CHECK(answer.status == 400);
  answer = AdministrationOffice::send(office.coordinator, "/practice",
                                      {{"date.day", "17"}, {"date.month", "3"}, {"date.year", "2026"}});
  CHECK(answer.status == 303);
  CHECK(says(office.coordinator.open("/practice"), "Today is Tuesday 17 March 2026"));
  const Daemon real({false, {}});
  auto other = Browser::of(real, "c-coordinator", "coordinator");
  CHECK(other.open("/practice").header("Location") == "/account/second-step");
}

}  // namespace
}  // namespace review::service_test

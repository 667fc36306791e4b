#include <sqlite3.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// The pages on which an administrator of a real store gives somebody a way to sign in, and another person agrees.
namespace review::service_test {
namespace {

using test::Browser;

/// What an answer shows of a link that is shown only once; empty where there is none.
std::string link_in(const HttpAnswer& answer) {
  const auto at = answer.body.find("/invitation/rvw_");
  return at == std::string::npos ? std::string() : answer.body.substr(at, answer.body.find('<', at) - at);
}

struct Real {
  Daemon daemon{{false, {}}};
  Browser administrator = Browser::of(daemon, "ada-admin", "administrator");
  Browser coordinator = Browser::of(daemon, "cora-coord", "coordinator");

  Real() {
    test::set_up_second_step(administrator);
    test::set_up_second_step(coordinator);
  }
  void approve(const std::string& approval) {
    REQUIRE(coordinator.open(approval).status == 200);
    REQUIRE(coordinator.send(approval, {{"do", "approve"}}).status == 303);
  }
  /// The same of what makes a link: the code of the link, which is shown on the page.
  std::string approve_link(const std::string& approval) {
    REQUIRE(coordinator.open(approval).status == 200);
    const auto shown = coordinator.send(approval, {{"do", "approve"}});
    REQUIRE(shown.status == 200);
    CHECK(says(shown, "This code is shown only now"));
    CHECK(says(shown, "Do not give it to ada-admin"));
    std::smatch found;
    REQUIRE(std::regex_search(shown.body, found, std::regex("[a-z2-7]{4}(-[a-z2-7]{4}){3}")));
    return found[0];
  }
};

TEST_CASE("In a real store an invitation is proposed, approved by another, and then made and shown once", "[web]") {
  Real real;
  const std::string page = "/administration/people";
  const auto shown = real.administrator.open(page);
  CHECK(says(shown, "An invitation takes two people"));
  CHECK(says(shown, "Propose an invitation"));
  CHECK_FALSE(says(shown, "Make a link"));
  auto answer =
      real.administrator.send(page, {{"name", "Pia Panel"}, {"person", ""}, {"role", "panel-member"}, {"reason", ""}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "<title>Error: "));
  CHECK(says(answer, "Say why"));
  CHECK(says(answer, "Pia Panel"));
  answer = real.administrator.send(page, {{"name", "Pia Panel"},
                                          {"person", ""},
                                          {"role", "panel-member"},
                                          {"agency", "POLICE"},
                                          {"reason", "She sits for the police."}});
  REQUIRE(answer.status == 303);
  CHECK(link_in(answer).empty());
  const auto approval = answer.header("Location");
  CHECK_FALSE(says(real.administrator.open(approval), "Make the link"));

  CHECK(says(real.coordinator.open("/"), "Invitation of pia-panel: Panel member"));
  const auto asked = real.coordinator.open(approval);
  for (const auto* words : {"Pia Panel", "Panel member", "Police", "She sits for the police.", "Approve only if"}) {
    INFO(words);
    CHECK(says(asked, words));
  }
  const auto code = real.approve_link(approval);
  CHECK_FALSE(says(real.coordinator.open(approval), "Make the link"));
  CHECK_FALSE(says(real.coordinator.open(approval), code));

  CHECK(says(real.administrator.open(approval), "Make the link"));
  const auto list = real.administrator.open(page);
  CHECK(says(list, "Approved, and not made yet"));
  const auto make = page + "/agreed/" + approval.substr(approval.rfind('/') + 1);
  CHECK(says(list, make));
  const auto made = real.administrator.send(make, {});
  CHECK(made.status == 201);
  const auto link = link_in(made);
  REQUIRE_FALSE(link.empty());
  CHECK(says(made, "The link asks for a code"));
  CHECK_FALSE(says(made, code));
  Browser invited(real.daemon);
  CHECK(says(invited.open(link), "the other tells you a code"));
  const auto send = [&](const std::string& typed, const std::string& again) {
    return invited.send(link, {{"code", typed}, {"password", test::good_password}, {"again", again}});
  };
  const auto without = send("", test::good_password);
  CHECK(without.status == 400);
  CHECK(says(without, "<title>Error: "));
  CHECK(says(without, "This is not the code of the link"));
  CHECK(says(without, "href=\"#code\""));
  const auto differ = send(code, "another password");
  CHECK(says(differ, "href=\"#password\""));
  CHECK_FALSE(says(differ, "This is not the code of the link"));
  CHECK(send(code, test::good_password).status == 303);
  CHECK_FALSE(says(real.administrator.open(page), "Make the link"));
  CHECK_FALSE(says(real.administrator.open(approval), "Make the link"));
  CHECK(real.administrator.send(make, {}).status == 409);
  CHECK(real.administrator.send(page + "/agreed/none", {}).status == 404);
  CHECK(real.coordinator.send(make, {}).status == 403);
}

TEST_CASE("In a real store a reset takes two people, and its page says who may agree", "[web]") {
  Real real;
  auto reader = Browser::of(real.daemon, "r-reader", "reader");
  const std::string page = "/administration/people/r-reader/reset";
  const auto asks = real.administrator.open(page);
  CHECK(says(asks, "This takes two people"));
  CHECK(says(asks, "the chair or another administrator"));
  auto answer = real.administrator.send(page, {{"do", "both"}, {"reason", ""}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "Say why"));
  answer = real.administrator.send(page, {{"do", "both"}, {"reason", "The telephone is lost."}});
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  CHECK(reader.open("/cases").status == 200);
  const auto asked = real.coordinator.open(approval);
  CHECK(says(asked, "Reset of how r-reader signs in"));
  CHECK(says(asked, "codes of the second step"));
  CHECK(says(asked, "whoever has both can become them"));
  (void)real.approve_link(approval);
  CHECK(reader.open("/cases").status == 200);
  REQUIRE(says(real.administrator.open(approval), "Make the link"));
  const auto made =
      real.administrator.send("/administration/people/agreed/" + approval.substr(approval.rfind('/') + 1), {});
  CHECK(made.status == 200);
  CHECK_FALSE(link_in(made).empty());
  CHECK(reader.open("/cases").status == 303);
}

TEST_CASE("What was proposed of an act that is gone can be read and taken back on the pages", "[web]") {
  Daemon daemon{{false, {}}};
  REQUIRE(daemon.stop() == 0);
  sqlite3* store = nullptr;
  REQUIRE(sqlite3_open(daemon.store().c_str(), &store) == SQLITE_OK);
  CHECK(sqlite3_exec(store,
                     "INSERT INTO approvals(approval, act, subject, proposal, reason, proposed_by, proposed) VALUES "
                     "('gone', 'bind-account', 'people/cat', '{\"subject\":\"subject-1\"}', 'She signs on there.', "
                     "'ada-admin', '2026-03-02T10:00:00Z')",
                     nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(store);
  daemon.start();
  auto administrator = Browser::of(daemon, "ada-admin", "administrator");
  auto coordinator = Browser::of(daemon, "cora-coord", "coordinator");
  for (auto* one : {&administrator, &coordinator}) test::set_up_second_step(*one);
  const std::string page = "/administration/approvals/gone";
  CHECK(says(coordinator.open("/administration/approvals"), "Not done here any more: bind-account, cat"));
  const auto read = coordinator.open(page);
  CHECK(says(read, "subject-1"));
  CHECK_FALSE(says(read, "value=\"approve\""));
  CHECK(coordinator.send(page, {{"do", "approve"}}).status == 403);
  CHECK(says(administrator.open(page), "Nobody can approve it any more. Take it back."));
  CHECK(administrator.send(page, {{"do", "withdraw"}}).status == 303);
}

}  // namespace
}  // namespace review::service_test

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// The pages on which an administrator adds webhooks and sees how they fare.
namespace review::service_test {
namespace {

using test::Browser;

const std::string page = "/administration/webhooks";

TEST_CASE("An administrator adds a webhook, tests it, and turns it off", "[web]") {
  Practice practice;
  auto admin = Browser::of(practice.daemon, "ada-admin", "administrator");
  CHECK(says(admin.open("/administration"), page));
  REQUIRE(says(admin.open(page), "There is none yet"));
  auto answer = admin.send(page, {{"address", "https://10.0.0.1/"}});
  CHECK(answer.status == 400);
  CHECK(says(answer, "<title>Error: "));
  CHECK(says(answer, "private network"));
  answer = admin.send(page, {{"address", "https://receiver.example/events?word=canaryword"}});
  REQUIRE(answer.status == 201);
  CHECK(says(answer, "whsec_"));
  CHECK(says(answer, "shown only now"));
  const auto list = admin.open(page);
  CHECK(says(list, "https://receiver.example/events"));
  CHECK_FALSE(says(list, "canaryword"));
  CHECK_FALSE(says(list, "whsec_"));
  const auto at = list.body.find(page + "/");
  REQUIRE(at != std::string::npos);
  const auto one = list.body.substr(at, list.body.find('"', at) - at);
  REQUIRE(says(admin.open(one), "Nothing was sent yet"));
  CHECK(admin.send(one, {{"do", "disable"}}).status == 303);
  REQUIRE(says(admin.open(one), "Turned off"));
  CHECK(practice.daemon.administrator().post("/v1/webhooks" + one.substr(page.size()) + ":test", "").status == 200);
  const auto log = admin.open(one);
  CHECK(says(log, "msg_"));
  CHECK(says(log, "Send again"));
  const auto replay = log.body.find(one + "/deliveries/");
  REQUIRE(replay != std::string::npos);
  CHECK(admin.send(log.body.substr(replay, log.body.find('"', replay) - replay), {}).status == 303);
  CHECK(says(admin.send(one, {{"do", "rotate"}}), "whsec_"));
  REQUIRE(admin.open(one).status == 200);
  CHECK(admin.send(one, {{"do", "remove"}}).status == 303);
  CHECK(admin.open(one).status == 404);
}

TEST_CASE("In a real store a webhook is proposed, approved by another, and then added", "[web]") {
  const Daemon real({false, {}});
  auto admin = Browser::of(real, "ada-admin", "administrator");
  test::set_up_second_step(admin);
  REQUIRE(says(admin.open(page), "Propose a webhook"));
  const auto proposed = admin.send(page, {{"address", "https://receiver.example/events?key=canaryword"},
                                          {"reason", "The case system hears of it."}});
  REQUIRE(proposed.status == 303);
  const auto approval = proposed.header("Location");
  CHECK(says(admin.open(approval), "Webhook to receiver.example"));
  CHECK(says(admin.open(approval), "https://receiver.example/events"));
  CHECK_FALSE(says(admin.open(approval), "canaryword"));
  const auto id = approval.substr(approval.rfind('/') + 1);
  REQUIRE(real.second_administrator().post("/v1/approvals/" + id + ":approve", "").status == 200);
  CHECK(says(admin.open(approval), "Add the webhook"));
  CHECK(says(admin.open(page), "Add the webhook"));
  const auto made = admin.send(page + "/agreed/" + id, {});
  CHECK(made.status == 201);
  CHECK(says(made, "whsec_"));
}

TEST_CASE("A webhook in the own network can be chosen only where the settings allow one", "[web]") {
  const auto choice = "Where does the other program stand?";
  Practice closed;
  auto without = Browser::of(closed.daemon, "ada-admin", "administrator");
  CHECK_FALSE(says(without.open(page), choice));
  CHECK(without.send(page, {{"address", "https://10.0.0.1/events"}}).status == 400);
  const test::TemporaryFolder folder;
  test::write_file(folder / "reviewd.toml", "[webhooks]\nallow-private = true\n");
  Practice open({.arguments = {"--config", (folder / "reviewd.toml").string()}});
  auto admin = Browser::of(open.daemon, "ada-admin", "administrator");
  REQUIRE(says(admin.open(page), choice));
  CHECK(says(admin.send(page, {{"address", "https://10.0.0.1/events"}}), "<title>Error: "));
  REQUIRE(admin.open(page).status == 200);
  const auto answer = admin.send(page, {{"address", "https://10.0.0.1/events"}, {"privateAllowed", "yes"}});
  REQUIRE(answer.status == 201);
  const auto kept = open.daemon.administrator().get("/v1/webhooks").json().at("webhooks").at(0);
  CHECK(kept.at("privateAllowed").as_bool());
}

}  // namespace
}  // namespace review::service_test

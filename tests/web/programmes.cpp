#include "libreview/vocabulary/kinds.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Programmes in the browser, without scripts.
namespace review::service_test {
namespace {

using test::Browser;

std::string hidden_input(const HttpAnswer& page, const std::string& name) {
  const auto at = page.body.find("name=\"" + name + "\" value=\"");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 15;
  return page.body.substr(from, page.body.find('"', from) - from);
}

TEST_CASE("A coordinator opens a programme from its form and finds its steps, its dates and what comes next", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/programmes"), "There is no programme that you may see."));
  const auto form = browser.open("/programmes/open/programmeOpened");
  CHECK(form.status == 200);
  CHECK(says(form, "New programme"));
  const auto wrong =
      browser.send("/programmes/open/programmeOpened", {{"key", hidden_input(form, "key")}, {"do", "record"}});
  CHECK(wrong.status == 400);
  const auto taken = browser.send("/programmes/open/programmeOpened", {{"key", hidden_input(form, "key")},
                                                                       {"programmeOpened.sort", "MULTI_AGENCY_AUDIT"},
                                                                       {"programmeOpened.title", "Neglect & schools"},
                                                                       {"do", "record"}});
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  CHECK(taken.header("Location") == "/programmes/p26-0001");
  const auto page = browser.open("/programmes/p26-0001");
  CHECK(page.status == 200);
  for (const auto* words : {"Neglect &amp; schools", "Programme p26-0001", "Multi-agency case audit", "Planned",
                            "Settle the standards", "Not yet", "What can be recorded next"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  const auto step = browser.open("/programmes/p26-0001/add/programmeStepDone");
  CHECK(says(step, "Settle the standards"));
  CHECK(
      browser
          .send("/programmes/p26-0001/add/programmeStepDone",
                {{"key", hidden_input(step, "key")}, {"programmeStepDone.step", "settle-standards"}, {"do", "record"}})
          .status == 303);
  CHECK(says(browser.open("/programmes/p26-0001"), "Under way"));
  CHECK(says(browser.open("/programmes"), "/programmes/p26-0001"));
}

TEST_CASE("Every form of a programme can be opened, and none of a case alone", "[web]") {
  Practice practice;
  REQUIRE(
      practice.coordinator.post("/v1/programmes", R"({"programmeOpened":{"sort":"DATA","title":"Figures"}})").status ==
      201);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(browser.open("/programmes/p26-0001/add").status == 200);
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    const auto page = browser.open("/programmes/p26-0001/add/" + kind.json);
    CHECK(page.status == (kind.is_of("programme") ? 200 : 404));
  }
  CHECK(browser.open("/cases/p26-0001").status == 404);
  CHECK(browser.open("/programmes/open/incidentLogged").status == 404);
  CHECK(browser.open("/cases/log/programmeOpened").status == 404);
}

TEST_CASE("The registers lead to no form that a programme does not take, and its updates name no child", "[web]") {
  Practice practice;
  REQUIRE(
      practice.coordinator.post("/v1/programmes", R"({"programmeOpened":{"sort":"DATA","title":"Figures"}})").status ==
      201);
  const auto add = [&](const char* entry) {
    const auto taken = practice.coordinator.post("/v1/programmes/p26-0001/entries", entry);
    INFO(taken.body);
    REQUIRE(taken.status == 201);
  };
  add(R"({"recommendationMade":{"text":"Count them.","to":["POLICE"]}})");
  add(R"({"actionAgreed":{"action":"count","what":"Count them all.","owner":"POLICE","dueOn":"2026-12-01"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  // It is about no child.
  const auto updates = practice.coordinator.get("/v1/programmes/p26-0001/entries");
  const auto update = browser.open("/programmes/p26-0001/entries/" + updates.text("/entries/0/entry"));
  CHECK(says(update, "Back to programme p26-0001"));
  CHECK_FALSE(says(update, "Child not named yet"));
  const auto recommendations = browser.open("/recommendations");
  CHECK(says(recommendations, "Count them."));
  CHECK_FALSE(says(recommendations, "/programmes/p26-0001/add/recommendationAnswered"));
  CHECK(says(browser.open("/actions"), "/programmes/p26-0001/add/actionUpdated"));
  add(R"({"actionUpdated":{"action":"count","progress":"COMPLETE"}})");
  const auto actions = browser.open("/actions");
  CHECK(says(actions, "Count them all."));
  CHECK_FALSE(says(actions, "/programmes/p26-0001/add/actionRechecked"));
}

TEST_CASE("The form of a case offers no stage that only programmes have", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/log/caseBroughtIn");
  CHECK(says(page, "value=\"RAPID_REVIEW\""));
  CHECK_FALSE(says(page, "value=\"UNDER_WAY\""));
}

}  // namespace
}  // namespace review::service_test

#include "libreview/vocabulary/kinds.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

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
  for (const auto* followed : {"actionUpdated", "actionRechecked", "recommendationAnswered"}) {
    INFO(followed);
    CHECK(browser.open(std::string("/programmes/p26-0001/add/") + followed).status == 200);
  }
  CHECK(browser.open("/cases/p26-0001").status == 404);
  CHECK(browser.open("/programmes/open/incidentLogged").status == 404);
  CHECK(browser.open("/cases/log/programmeOpened").status == 404);
}

TEST_CASE("The updates of a programme name no child", "[web]") {
  Practice practice;
  REQUIRE(
      practice.coordinator.post("/v1/programmes", R"({"programmeOpened":{"sort":"DATA","title":"Figures"}})").status ==
      201);
  const auto add = [&](const char* entry) {
    const auto taken = practice.coordinator.post("/v1/programmes/p26-0001/entries", entry);
    INFO(taken.body);
    REQUIRE(taken.status == 201);
  };
  add(R"({"actionAgreed":{"action":"count","what":"Count them all.","owner":"POLICE","dueOn":"2026-12-01"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  // It is about no child.
  const auto updates = practice.coordinator.get("/v1/programmes/p26-0001/entries");
  const auto update = browser.open("/programmes/p26-0001/entries/" + updates.text("/entries/0/entry"));
  CHECK(says(update, "Back to programme p26-0001"));
  CHECK_FALSE(says(update, "Child not named yet"));
}

TEST_CASE("What the registers offer for a programme opens its form, and the record and the figures tell it", "[web]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const std::string id = "p26-0001";
  const auto add = [&](const std::string& body) {
    const auto answer = caller.post("/v1/programmes/" + id + "/entries", body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  };
  REQUIRE(caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"SECTION_11","title":"Duties"}})").status == 201);
  add(R"({"recommendationMade":{"text":"Ask every year.","kind":"NATIONAL","to":["OFSTED"]}})");
  add(R"({"actionAgreed":{"action":"asking","what":"Ask.","owner":"POLICE","dueOn":"2026-02-02"}})");
  add(R"({"actionUpdated":{"action":"asking","progress":"COMPLETE","reached":"DONE"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");

  const std::string again = "/programmes/" + id + "/add/actionRechecked?actionRechecked.action=asking";
  CHECK(says(browser.open("/actions"), again));
  const auto look = browser.open(again);
  REQUIRE(look.status == 200);
  CHECK(test::fill(browser, "/programmes/" + id + "/add/actionRechecked", look,
                   {{"actionRechecked.finding", "CHANGED"}, {"actionRechecked.evidence", "A survey."}}, "do", "record")
            .status == 303);

  CHECK(says(browser.open("/recommendations"), "/programmes/" + id + "/add/recommendationAnswered?"));
  const auto answer =
      browser.open("/programmes/" + id + "/add/recommendationAnswered?recommendationAnswered.by=OFSTED");
  REQUIRE(answer.status == 200);
  CHECK(test::fill(browser, "/programmes/" + id + "/add/recommendationAnswered", answer,
                   {{"recommendationAnswered.answer", "ACCEPTED"}}, "do", "record")
            .status == 303);
  const auto page = browser.open("/programmes/" + id);
  CHECK(says(page, "Accepted on"));
  CHECK(says(page, "Difference made"));
  const auto behind = caller.get("/v1/figures/recommendations/accepted/all?from=2026-01-01&to=2026-12-31");
  INFO(behind.body);
  CHECK(says(behind, id));
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

#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/web/filling.hpp"

/// Whom people ask, whom they call, and what a page warns of: as the partnership settled it, else as configured.
namespace review::service_test {
namespace {

using test::Browser;

/// Two people settle a value.
void settle(Practice& practice, const std::string& setting, const std::string& value) {
  const auto wish = fmt::format(R"({{"value":"{}","reason":"Invented."}})", value);
  const auto proposed = practice.daemon.administrator().post("/v1/settings/" + setting + ":propose", wish);
  REQUIRE(proposed.status == 201);
  REQUIRE(practice.coordinator.post("/v1/approvals/" + proposed.text("/approval") + ":approve", "").status == 200);
}

bool lacks(const HttpAnswer& answer, const std::string& words) { return answer.body.find(words) == std::string::npos; }

TEST_CASE("The review coordinator and the telephone for a child at risk stand where people look for them", "[web]") {
  Practice practice;
  Browser stranger(practice.daemon);
  const auto bare = practice.coordinator.get("/v1/partnership").json();
  CHECK_FALSE(bare.as_object().contains("coordinatorTelephone"));
  CHECK(bare.at("contentNotes").as_bool());
  CHECK(says(stranger.open("/help"), "tell the children’s services of your council"));
  settle(practice, "coordinator-name", "Asha Verma");
  settle(practice, "coordinator-telephone", "01632 960 011");
  settle(practice, "coordinator-mailbox", "asha@reviews.example");
  settle(practice, "safeguarding-telephone", "01632 960 022");
  for (const auto* page : {"/help", "/what-happens", "/return/rvw_nosuchlink"}) {
    INFO(page);
    const auto shown = stranger.open(page);
    for (const auto* words : {"Asha Verma", "01632 960 011", "asha@reviews.example", "01632 960 022"}) {
      CHECK(says(shown, words));
    }
  }
  auto reader = Browser::of(practice.daemon, "r-reader", "reader");
  CHECK(says(reader.open("/process"), "01632 960 022"));
  CHECK(practice.coordinator.get("/v1/partnership").text("/coordinatorName") == "Asha Verma");
}

TEST_CASE("What nobody settled is as the configuration of mail says", "[web]") {
  const test::TemporaryFolder folder;
  test::write_file(folder / "reviewd.toml",
                   "[mail]\ncoordinators = [\"team@reviews.example\"]\ntelephone = \"01632 960 033\"\n"
                   "safeguarding-telephone = \"01632 960 044\"\n");
  Practice practice({.arguments = {"--config", (folder / "reviewd.toml").string()}});
  Browser stranger(practice.daemon);
  for (const auto* words : {"01632 960 033", "team@reviews.example", "01632 960 044"}) {
    CHECK(says(stranger.open("/help"), words));
  }
  auto administrator = Browser::of(practice.daemon, "ada-admin", "administrator");
  CHECK(says(administrator.open("/administration/settings"), "01632 960 033"));
  settle(practice, "coordinator-telephone", "01632 960 055");
  const auto help = stranger.open("/help");
  CHECK(says(help, "01632 960 055"));
  CHECK(lacks(help, "01632 960 033"));
  CHECK(says(help, "01632 960 044"));
}

TEST_CASE("A note stands before injuries or a death are described, unless the partnership turns it off", "[web]") {
  Practice practice;
  const auto id = practice.open();
  const auto entry = practice.coordinator.get("/v1/cases/" + id + "/entries").text("/entries/0/entry");
  auto browser = Browser::of(practice.daemon, "c-coord", "coordinator");
  const std::string note_words = "This page describes how a child was harmed or died";
  const std::vector<std::string> pages = {"/cases/" + id, "/cases/" + id + "/entries/" + entry,
                                          "/cases/" + id + "/national-form", "/cases/log/incidentLogged"};
  for (const auto& page : pages) {
    INFO(page);
    CHECK(says(browser.open(page), note_words));
  }
  CHECK(lacks(browser.open("/cases"), note_words));
  settle(practice, "content-notes", "off");
  for (const auto& page : pages) {
    INFO(page);
    const auto shown = browser.open(page);
    CHECK(shown.status == 200);
    CHECK(lacks(shown, note_words));
  }
  settle(practice, "content-notes", "on");
  CHECK(says(browser.open(pages.front()), note_words));
}

}  // namespace
}  // namespace review::service_test

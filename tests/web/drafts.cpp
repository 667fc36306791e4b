#include <sqlite3.h>

#include "tests/http/service_support.hpp"
#include "tests/web/filling.hpp"

/// What was typed and not recorded.
namespace review::service_test {
namespace {

using test::Browser;
using test::fill;

/// Time passes for every session: the last request of each was an hour ago.
void an_hour_passes(Practice& practice) {
  REQUIRE(practice.daemon.stop() == 0);
  sqlite3* store = nullptr;
  REQUIRE(sqlite3_open(practice.daemon.store().c_str(), &store) == SQLITE_OK);
  const auto* sql =
      "UPDATE sessions SET seen = strftime('%Y-%m-%dT%H:%M:%fZ', seen, '-1 hour'), "
      "begun = strftime('%Y-%m-%dT%H:%M:%fZ', begun, '-1 hour')";
  CHECK(sqlite3_exec(store, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(store);
  practice.daemon.start();
}

TEST_CASE("A draft of the API is its writer's alone", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto begun = caller.post("/v1/drafts", R"({"kind":"noteAdded","values":{"noteAdded.text":["Begun."]}})");
  REQUIRE(begun.status == 201);
  const auto at = "/v1/drafts/" + begun.text("/draft");
  CHECK(begun.header("Location") == at);
  CHECK(caller.get(at).text("/values/noteAdded.text/0") == "Begun.");
  auto other = practice.daemon.coordinator("somebody-else");
  const auto missing = other.get("/v1/drafts/none");
  CHECK(other.get(at).status == 404);
  CHECK(other.get(at).text("/detail") == missing.text("/detail"));
  CHECK(other.post(at, R"({"values":{}})").status == 404);
  CHECK(other.post(at + ":discard", "").status == 404);
  CHECK(texts(other.get("/v1/drafts"), "drafts", "draft").empty());
  CHECK(texts(caller.get("/v1/drafts"), "drafts", "draft").size() == 1);
  CHECK(practice.daemon.reader().get("/v1/drafts").status == 403);
  CHECK(caller.post("/v1/drafts", R"({"kind":"noteAdded","case":"26-9999"})").status == 400);
  CHECK(caller.post("/v1/drafts", R"({"kind":"noSuchKind"})").code() == "not-a-choice");
  CHECK(caller.post(at, R"({"values":{"noteAdded.text":"no list"}})").code() == "wrong-type");
  CHECK(caller.post(at, "{}").code() == "missing-field");
  CHECK(caller.post(at + ":discard", "").status == 200);
  CHECK(caller.get(at).status == 404);
}

TEST_CASE("A form is saved for later, gone on with, and recorded", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/noteAdded";
  const auto saved = fill(browser, address, browser.open(address), {{"noteAdded.text", "Half a note"}}, "do", "later");
  REQUIRE(saved.header("Location") == "/cases/" + id + "?saved=yes");
  const auto shown = browser.open("/cases/" + id + "?saved=yes");
  CHECK(says(shown, "Your answers are kept"));
  CHECK(says(shown, "Continue: Note added in case " + id));
  const auto from = shown.body.find(address + "?draft=");
  REQUIRE(from != std::string::npos);
  const auto link = shown.body.substr(from, shown.body.find('"', from) - from);
  auto page = browser.open(link);
  CHECK(says(page, "Half a note"));
  page = fill(browser, address, page, {}, "do", "continue");
  REQUIRE(page.status == 200);
  CHECK(fill(browser, address, page, {}, "do", "record").status == 303);
  CHECK_FALSE(says(browser.open("/cases/" + id), "Continue: Note added"));
  CHECK(browser.open("/cases/" + id + "/add/informed?" + link.substr(link.find("draft="))).status == 404);
}

TEST_CASE("The script keeps one draft, however often it sends the form", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/noteAdded";
  const auto first = fill(browser, address, browser.open(address), {{"noteAdded.text", "One"}}, "do", "quietly");
  REQUIRE(first.status == 200);
  const auto draft = first.text("/draft");
  CHECK(fill(browser, address, browser.open(address), {{"noteAdded.text", "Two"}, {"draft", draft}}, "do", "quietly")
            .text("/draft") == draft);
  CHECK(says(browser.open(address + "?draft=" + draft), "Two"));
}

TEST_CASE("A form that comes after the session was over is kept for the same person, and for nobody else", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/noteAdded";
  const auto page = browser.open(address);
  an_hour_passes(practice);
  Browser again(practice.daemon);
  again.set_cookie(browser.cookie());
  const auto from = page.body.find("name=\"formToken\" value=\"") + 24;
  const auto token = page.body.substr(page.body.find("value=\"", from - 12) + 7, 32);
  const test::HttpFields here = {{"Origin", again.origin()}, {"Sec-Fetch-Site", "same-origin"}};
  const auto forged = again.send_with(address, {{"noteAdded.text", "Forged"}, {"formToken", "0"}}, here);
  CHECK(forged.header("Location") == "/sign-in");
  const auto late = again.send_with(
      address, {{"noteAdded.text", "Typed before tea"}, {"formToken", token}, {"do", "continue"}}, here);
  REQUIRE(late.status == 303);
  const auto to = late.header("Location");
  REQUIRE(to.starts_with("/sign-in?kept=yes&then=%2Fdrafts%2F"));
  const auto draft = "/drafts/" + to.substr(to.rfind("%2F") + 3);
  CHECK(says(again.open(to), "What you typed is kept"));
  CHECK(again.open(draft).header("Location").starts_with("/sign-in"));

  Browser signed_in(practice.daemon);
  signed_in.open("/sign-in");
  const auto in =
      signed_in.send("/sign-in", {{"person", "a-smith"}, {"password", test::good_password}, {"then", draft}});
  CHECK(in.header("Location") == draft);
  const auto back = signed_in.open(draft);
  REQUIRE(back.status == 303);
  CHECK(says(signed_in.open(back.header("Location")), "Typed before tea"));
  auto other = Browser::of(practice.daemon, "b-jones", "coordinator");
  CHECK(other.open(draft).status == 404);
  CHECK(practice.daemon.coordinator().get("/v1/cases/" + id).json().at("version").as_int64() == 1);
}

TEST_CASE("A note of a telephone call is recorded in one step, from the page of the case", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id);
  CHECK(says(page, "This page describes how a child was harmed or died"));
  const auto sent =
      fill(browser, "/cases/" + id + "/add/noteAdded", page,
           {{"noteAdded.spokeTo", "The school"}, {"noteAdded.text", "They will send it on Friday."}}, "do", "record");
  REQUIRE(sent.header("Location").starts_with("/cases/" + id + "?recorded="));
  CHECK(says(browser.open(sent.header("Location")), "Recorded: Note added."));
  const auto entries = practice.coordinator.get("/v1/cases/" + id + "/entries");
  CHECK(entries.text("/entries/1/noteAdded/spokeTo") == "The school");
  const auto empty = fill(browser, "/cases/" + id + "/add/noteAdded", browser.open("/cases/" + id), {}, "do", "record");
  CHECK(empty.status == 400);
  CHECK(says(empty, "There is a problem"));
}

TEST_CASE("Whoever opens a form is told who else has one open in the case", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto asha = Browser::of(practice.daemon, "asha-verma", "coordinator");
  auto other = Browser::of(practice.daemon, "b-jones", "coordinator");
  const auto address = "/cases/" + id + "/add/noteAdded";
  CHECK_FALSE(says(asha.open(address), "opened a form"));
  CHECK(says(other.open(address), "Asha verma opened a form on this case just now"));
  const auto second = practice.open();
  CHECK_FALSE(says(other.open("/cases/" + second + "/add/noteAdded"), "opened a form"));
}

}  // namespace
}  // namespace review::service_test

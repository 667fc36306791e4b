#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Search, filters, saved views, the overview and what explains, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("Somebody searches, and the words stand in no address", "[web]") {
  Practice practice;
  const auto id = practice.open();
  const auto entry = practice.add(id, R"({"noteAdded":{"text":"Seen in <Quillfeather> Road."}})").at("entry");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/search"), "What are you looking for?"));
  const auto found = browser.send("/search", {{"words", "quill road"}});
  CHECK(found.status == 200);
  CHECK(says(found, "1 result<"));
  CHECK(says(found, "Seen in &lt;<mark>Quillfeather</mark>&gt; <mark>Road</mark>."));
  CHECK(says(found, fmt::format("/cases/{}/entries/{}", id, std::string_view(entry.as_string()))));
  CHECK_FALSE(says(found, "?words"));
  CHECK(says(browser.send("/search", {{"words", "marrowbone"}}), "Nothing that you may see holds all these words"));
  const auto wrong = browser.send("/search", {{"words", " "}});
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "<title>Error: "));
  CHECK(says(wrong, "href=\"#words\""));
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  CHECK(administrator.open("/search").status == 403);
  CHECK(administrator.send("/search", {{"words", "quill"}}).status == 403);
}

TEST_CASE("A list is narrowed, saved under a name, opened again and deleted", "[web]") {
  Practice practice;
  const auto logged = practice.open();
  const auto sent = practice.notified_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto narrowed = browser.open("/cases?stage=NOTIFIED&from=1%2F1%2F2026&until=&sort=");
  CHECK(narrowed.status == 200);
  CHECK(says(narrowed, sent));
  CHECK_FALSE(says(narrowed, logged + "</span>"));
  CHECK(says(narrowed, "Opened on or after Thursday 1 January 2026"));
  CHECK(says(narrowed, "href=\"/cases?from=2026-01-01\""));
  const auto saved = browser.send("/views", {{"name", "Rapid reviews"}, {"query", "stage=NOTIFIED&from=2026-01-01"}});
  CHECK(saved.status == 303);
  CHECK(saved.header("Location") == "/cases?stage=NOTIFIED&from=2026-01-01");
  const auto home = browser.open("/");
  CHECK(says(home, "Rapid reviews"));
  const auto nameless = browser.send("/views", {{"name", ""}, {"query", "stage=NOTIFIED"}});
  CHECK(nameless.status == 400);
  CHECK(says(nameless, "href=\"#name\""));
  const auto wrong = browser.open("/cases?from=soon");
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "href=\"#from\""));
  const auto gone = browser.open("/cases?agency=city-hospital");
  CHECK(gone.status == 400);
  CHECK(says(gone, "href=\"#agency\""));
  CHECK(says(gone, "Choose an agency from the list"));
  const auto list = browser.open("/cases");
  const auto at = list.body.find("action=\"/views/");
  REQUIRE(at != std::string::npos);
  const auto action = list.body.substr(at + 8, list.body.find('"', at + 8) - at - 8);
  auto other = Browser::of(practice.daemon, "b-jones", "coordinator");
  CHECK_FALSE(says(other.open("/cases"), "Rapid reviews"));
  CHECK(other.send(action, {}).status == 404);
  CHECK(browser.send(action, {}).status == 303);
  CHECK_FALSE(says(browser.open("/cases"), "Rapid reviews"));
}

TEST_CASE("What is on the screen can be taken as a file", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto file = browser.open("/cases.csv?stage=LOGGED");
  CHECK(file.status == 200);
  CHECK(file.header("Content-Type") == "text/csv; charset=utf-8");
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"cases-2026-01-05.csv\"");
  CHECK(says(file, id + ",Child A,LOGGED"));
  CHECK_FALSE(says(browser.open("/cases.csv?stage=CLOSED"), id));
  CHECK(says(browser.open("/dates.csv"), id + ",notify-panel"));
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  for (const auto* address : {"/cases.csv", "/dates.csv", "/overview"})
    CHECK(administrator.open(address).status == 403);
}

TEST_CASE("Where every review stands is one page", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.day("2026-01-14");
  auto browser = Browser::of(practice.daemon, "a-chair", "chair");
  const auto page = browser.open("/overview");
  CHECK(page.status == 200);
  for (const auto* words : {"Day 5 of 15", "Child A", "National Panel notified", "The partnership: "}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK(says(page, "/cases/" + id));
}

TEST_CASE("What explains is open to everybody, tells of no case, and takes its numbers from the law", "[web]") {
  Practice practice;
  const auto id = practice.open();
  Browser stranger(practice.daemon);
  for (const std::string address : {"/what-happens", "/help", "/accessibility"}) {
    INFO(address);
    const auto page = stranger.open(address);
    CHECK(page.status == 200);
    CHECK_FALSE(says(page, id));
    CHECK_FALSE(says(page, "Sign out"));
    CHECK(page.header("Cache-Control") == "no-store");
  }
  CHECK(stranger.open("/process").status == 303);
  const auto open = stranger.open("/what-happens");
  for (const auto* words :
       {"Within 15 working days", "For 12 months at least", "Send the rapid review to the National Panel"}) {
    INFO(words);
    CHECK(says(open, words));
  }
  auto reader = Browser::of(practice.daemon, "a-reader", "reader");
  CHECK(says(reader.open("/process"), "Within 15 working days"));
  CHECK(says(reader.open("/help"), "Sign out"));
}

TEST_CASE("Older updates of a case are a page away, and a page past the last is the last", "[web]") {
  Practice practice;
  const auto id = practice.open();
  for (int i = 0; i < 60; ++i) REQUIRE(practice.coordinator.post("/v1/cases/" + id + "/entries", note).status == 201);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto first = browser.open("/cases/" + id);
  CHECK(says(first, "?page=2#updates"));
  CHECK_FALSE(says(first, "Incident logged</a></h3>"));
  for (const auto* page : {"2", "9", "18446744073709551615"}) {
    INFO(page);
    const auto last = browser.open("/cases/" + id + "?page=" + page);
    CHECK(last.status == 200);
    if (std::string(page).size() == 1) CHECK(says(last, "Incident logged</a></h3>"));
  }
}

}  // namespace
}  // namespace review::service_test

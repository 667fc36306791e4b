#include "tests/http/chronology_support.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("An agency's chronology is taken in on pages, without a script", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto here = "/cases/" + id + "/chronology";
  CHECK(says(browser.open("/cases/" + id), here));
  CHECK(says(browser.open(here), "No agency has sent a chronology"));
  const auto empty = browser.send_form(
      here, {{"agency", std::nullopt, "", "city-hospital"}, {"file", "", "application/octet-stream", ""}});
  CHECK(empty.status == 400);
  CHECK(says(empty, "Choose the spreadsheet"));
  const auto sent = browser.send_form(
      here, {{"agency", std::nullopt, "", "City Hospital"},
             {"file", "table.csv", "text/csv", "Date,Story\n4/3/2025,<b>Seen</b> at home\n10/9/2025,Seen again\n"}});
  INFO(sent.body);
  REQUIRE(sent.status == 303);
  const auto at = sent.header("Location");
  // No heading that is known says what happened.
  const auto unsaid = browser.open(at);
  CHECK(says(unsaid, "This table cannot be recorded yet"));
  REQUIRE(browser
              .send(at, {{"do", "map"},
                         {"sheet-1", "chronology"},
                         {"column-1-1", "chronology-on"},
                         {"column-1-2", "chronology-what"}})
              .status == 303);
  const auto table = browser.open(at);
  CHECK(says(table, "Record this chronology"));
  CHECK_FALSE(says(table, "<b>Seen</b>"));
  const auto done = browser.send(at, {{"do", "record"}});
  REQUIRE(done.status == 303);
  CHECK(done.header("Location") == here);
  const auto shown = browser.open(here);
  CHECK(says(shown, "A long time without contact"));
  CHECK(says(shown, "id=\"line-2\""));
  CHECK_FALSE(says(shown, "<b>Seen</b>"));
  CHECK(says(browser.open(here + "?gapDays=365"), "No time of more than 365 days without contact"));
  CHECK(browser.open(here + "?gapDays=many").status == 400);
  CHECK(browser.open(here + ".csv").header("Content-Type").starts_with("text/csv"));
  CHECK(browser.open(here + ".odt").header("Content-Type") == "application/vnd.oasis.opendocument.text");
}

}  // namespace
}  // namespace review::service_test

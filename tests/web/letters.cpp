#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The letters of a case, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("The page of the letters says what is missing before one is taken", "[web]") {
  Practice practice;
  const auto id = practice.notified_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/cases/" + id), "href=\"/cases/" + id + "/letters\""));
  const auto page = browser.open("/cases/" + id + "/letters");
  INFO(page.body);
  REQUIRE(page.status == 200);
  CHECK(says(page, "<h1 class=\"govuk-heading-l\">Letters and submissions</h1>"));
  CHECK(says(page, "<h2 class=\"govuk-heading-m\">Rapid review</h2>"));
  CHECK(says(page, "<li>Decision of the partners</li>"));
  CHECK(says(page, "href=\"/cases/" + id + "/letters/rapid-review/odt\""));
  const auto file = browser.open("/cases/" + id + "/letters/rapid-review/odt");
  CHECK(file.status == 200);
  CHECK(file.body.starts_with("PK"));
  CHECK(browser.open("/cases/" + id + "/letters/none/odt").status == 404);
  CHECK(browser.open("/cases/26-9999/letters").status == 404);
}

}  // namespace
}  // namespace review::service_test

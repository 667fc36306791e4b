#include <fmt/format.h>

#include "tests/http/rehearsal_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/small_pdf.hpp"

namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("A report is checked on its page, with what was found marked in its words", "[web]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  const auto document = filed(practice, id, test::small_pdf("Odile was seven years old."), "report.pdf");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/reviews/review-1/rehearsal";
  const auto form = browser.open(address);
  REQUIRE(form.status == 200);
  CHECK(says(form, "Check the report before publication"));
  CHECK(says(form, "Report (version 1)"));
  CHECK_FALSE(says(form, "Nothing was found"));
  CHECK_FALSE(says(form, "Record that it was checked"));
  CHECK(says(form, "href=\"/cases/" + id + "/reviews/review-1/publication\""));

  const auto answer = browser.send(address, {{"document", document}});
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(says(answer, "<mark>Odile</mark>"));
  CHECK(says(answer, "Child A: a part of it."));
  CHECK(says(answer, "Page 1: "));
  CHECK(says(answer, "/cases/" + id + "/add/reportRehearsed?reportRehearsed.review=review-1&amp;" +
                         "reportRehearsed.document=" + document));
  CHECK(says(answer, "Record that it was checked"));
  CHECK(answer.header("Cache-Control") == "no-store");

  const auto clean = browser.send(address, {{"text", "Words that name nobody."}});
  CHECK(says(clean, "Nothing was found in what was checked."));

  const auto empty = browser.send(address, {});
  CHECK(empty.status == 400);
  CHECK(says(empty, "<title>Error: "));
  CHECK(says(empty, "href=\"#document\""));
}

TEST_CASE("The check is not for who plans no publication", "[web]") {
  Practice practice;
  const auto id = reviewed_case(practice);
  auto reader = Browser::of(practice.daemon, "b-jones", "reader");
  CHECK(reader.open("/cases/" + id + "/reviews/review-1/rehearsal").status == 403);
}

}  // namespace
}  // namespace review::service_test

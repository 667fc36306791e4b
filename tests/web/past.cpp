#include "tests/http/past_support.hpp"
#include "tests/support/browser.hpp"

namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("A past is brought in on pages, without a script", "[web]") {
  Practice practice;
  practice.day("2026-06-15");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/administration"), "Bring in past cases"));
  const auto empty = browser.send_form("/administration/past", {{"file", "", "application/octet-stream", ""}});
  CHECK(empty.status == 400);
  CHECK(says(empty, "Choose the spreadsheet"));
  const auto sent = browser.send_form(
      "/administration/past", {{"file", "cases.csv", "text/csv", "Ref,Child,Shoe size\nOLD/1,<b>Child A</b>,4\n"}});
  INFO(sent.body);
  REQUIRE(sent.status == 303);
  const auto at = sent.header("Location");
  const auto form = browser.open(at);
  CHECK(says(form, "What does the sheet Sheet1 hold?"));
  CHECK(says(form, "Sheet1: Shoe size"));
  const auto unsaid = browser.send(at, {{"do", "map"},
                                        {"sheet-1", "cases"},
                                        {"column-1-1", "reference"},
                                        {"column-1-2", "pseudonym"},
                                        {"column-1-3", ""}});
  REQUIRE(unsaid.status == 303);
  CHECK(unsaid.header("Location") == at + "/report");
  const auto faulty = browser.open(at + "/report");
  CHECK(says(faulty, "What has to be mended first"));
  CHECK_FALSE(says(faulty, "Import them"));
  const auto refused = browser.send(at + "/report", {{"do", "import"}});
  CHECK(refused.status == 409);
  CHECK(says(refused, "Nothing was imported"));
  CHECK(says(refused, "This file has faults"));
  CHECK(says(refused, "href=\"" + at + "/report\""));
  CHECK(practice.size() == 0);
  REQUIRE(browser
              .send(at, {{"do", "map"},
                         {"sheet-1", "cases"},
                         {"column-1-1", "reference"},
                         {"column-1-2", "pseudonym"},
                         {"column-1-3", "keep"}})
              .status == 303);
  const auto report = browser.open(at + "/report");
  CHECK(says(report, "Import them"));
  CHECK_FALSE(says(report, "<b>Child A</b>"));
  CHECK(browser.open(at + "/report.csv").header("Content-Type").starts_with("text/csv"));
  const auto done = browser.send(at + "/report", {{"do", "import"}});
  INFO(done.body);
  CHECK(done.status == 200);
  CHECK(says(done, "href=\"/cases/old-1\""));
  CHECK(practice.size() == 1);
}

TEST_CASE("A mapping that cannot be read is shown again with what is wrong", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  REQUIRE(browser.open("/administration/past").status == 200);
  const auto sent = browser.send_form("/administration/past", {{"file", "cases.csv", "text/csv", "Ref,Child\nA1,x\n"}});
  INFO(sent.body);
  REQUIRE(sent.status == 303);
  const auto answer = browser.send(sent.header("Location"), {{"do", "use"}, {"mapping", "shoes = 4"}});
  CHECK(answer.status == 400);
  INFO(answer.body);
  CHECK(says(answer, "shoes = 4"));
  auto reader = Browser::of(practice.daemon, "b-jones", "reader");
  CHECK(reader.open("/administration/past").status == 403);
}

}  // namespace
}  // namespace review::service_test

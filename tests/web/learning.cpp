#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// Learning in a browser without scripts: themes that are suggested, and what was found over all cases.
namespace review::service_test {
namespace {

using test::Browser;
using test::fill;

std::size_t times(const HttpAnswer& page, const std::string& words) {
  std::size_t count = 0;
  for (auto at = page.body.find(words); at != std::string::npos; at = page.body.find(words, at + 1)) ++count;
  return count;
}

TEST_CASE("Themes are suggested from what was typed, which stays, and one is ticked", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/learningCaptured";
  const std::string finding = "learningCaptured.findings.0.";
  auto page = browser.open(address);
  REQUIRE(page.status == 200);
  CHECK(says(page, "Suggest themes"));
  CHECK_FALSE(says(page, "because of"));

  page =
      fill(browser, address, page, {{finding + "finding", "Bruising of a baby was explained away."}}, "do", "suggest");
  CHECK(page.status == 200);
  CHECK(says(page, "Bruising of a baby was explained away.</textarea>"));
  CHECK(says(page, "Babies, because of “baby”, “Bruising”"));
  CHECK_FALSE(says(page, "value=\"babies\" checked"));
  CHECK(times(page, "value=\"babies\"") == 1);

  page = fill(browser, address, page, {{finding + "themes", "babies"}}, "do", "continue");
  CHECK(says(page, "Check before you record"));
  CHECK(says(page, "Babies"));
  page = fill(browser, address, page, {}, "do", "change");
  CHECK(says(page, "value=\"babies\" checked"));
}

TEST_CASE("A theme that there is not is refused beside the themes", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/learningCaptured";
  const auto page = browser.open(address);
  const auto refused =
      fill(browser, address, page,
           {{"learningCaptured.findings.0.finding", "A gap."}, {"learningCaptured.findings.0.themes", "babbies"}}, "do",
           "continue");
  CHECK(refused.status == 400);
  CHECK(says(refused, "href=\"#learningCaptured-findings-0-themes\""));
  CHECK(says(refused, "Did you mean babies?"));
}

TEST_CASE("What was found stands under its themes with its source, and is narrowed", "[web]") {
  Practice practice;
  const auto first = practice.open();
  const auto second = practice.open();
  practice.add(first, R"({"learningCaptured":{"findings":[{"id":"gap","finding":"A <mulberry> gap.",)"
                      R"("themes":["babies","neglect"],"source":"TABLETOP_REVIEW"}]}})");
  practice.add(second, R"({"learningCaptured":{"findings":[{"id":"again","finding":"The gap again.",)"
                       R"("themes":["babies"],"source":"PEER_REVIEW","bearsOn":[{"finding":"gap",)"
                       R"("bearing":"CONFIRMS","ofCase":")" +
                           first + R"("}]},{"finding":"Something else."}]}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/"), "href=\"/learning\""));
  const auto page = browser.open("/learning");
  CHECK(page.status == 200);
  CHECK(says(page, "2 findings from 2 sources"));
  CHECK(times(page, "A &lt;mulberry&gt; gap.") == 2);
  CHECK(says(page, "Tabletop review"));
  CHECK(says(page, "Under no theme yet"));
  CHECK(says(page, "Confirms Gap of case"));
  CHECK(says(page, "Confirmed by Again of case"));

  const auto narrowed = browser.open("/learning?theme=neglect&source=&from=&until=");
  CHECK(times(narrowed, "A &lt;mulberry&gt; gap.") == 1);
  CHECK_FALSE(says(narrowed, "The gap again."));
  CHECK(says(narrowed, "value=\"neglect\" selected"));
  CHECK(says(narrowed, "/learning/csv?theme=neglect"));
  CHECK(says(browser.open("/learning/csv?theme=neglect"), "mulberry"));
  CHECK_FALSE(says(browser.open("/learning/csv?theme=neglect"), "The gap again."));
  CHECK(says(browser.open("/learning?from=1%2F1%2F2027"), "Nothing was found that is so."));
  const auto wrong = browser.open("/learning?from=soon");
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "href=\"#from\""));

  auto contact = Browser::of(practice.daemon, "a-contact", "agency-contact");
  CHECK(contact.open("/learning").status == 403);
  CHECK_FALSE(says(contact.open("/"), "href=\"/learning\""));
}

TEST_CASE("An immediate action stands with the actions of its case", "[web]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"immediateActionTaken":{"what":"The seat was taken away.","by":"POLICE"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id);
  CHECK(says(page, "The seat was taken away."));
  CHECK(says(page, "Complete"));
}

}  // namespace
}  // namespace review::service_test

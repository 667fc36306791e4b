#include <fmt/format.h>

#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The page of proceedings and what holds the report, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

std::string value_of(const HttpAnswer& page, const std::string& name) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("name=\"" + name + "\" value=\"([^\"]*)\"")));
  return found[1];
}

TEST_CASE("The page says until when the report is held, what slipped, and what the day depends on", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"kind":"CRIMINAL","contact":"DC Example","askedOf":"POLICE",)"
                   R"("expectedEnd":"2026-11-30"}})");
  practice.add(id, R"({"proceedingsUpdated":{"node":"TRIAL","listedOn":"2026-11-03"}})");
  practice.add(id, R"({"proceedingsUpdated":{"node":"TRIAL","listedOn":"2027-01-12","expectedEnd":"2027-02"}})");
  practice.add(id, R"({"courtOrderRecorded":{"court":"Family Court","kind":"Reporting restriction",)"
                   R"("permitsAnonymised":true,"advice":"Counsel, 1 June"}})");
  practice.add(id, R"({"embargoPlaced":{"covers":["REPORT"],"reason":"The trial.","reviewOn":"2026-09-01"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/"), "href=\"/held\">See all that is under an embargo</a>"));
  const auto of_case = browser.open("/cases/" + id);
  CHECK(says(of_case, "Dates were moved"));
  CHECK(says(of_case, "href=\"/cases/" + id + "/proceedings\">Proceedings and what holds the report</a>"));
  const auto page = browser.open("/cases/" + id + "/proceedings");
  INFO(page.body);
  REQUIRE(page.status == 200);
  for (const auto* words :
       {"Earliest safe day for publication", "if nothing slips again", "Wednesday 10 March 2027", "DC Example",
        "Tuesday 3 November 2026 → Tuesday 12 January 2027, said on Monday 1 June 2026",
        "Slipped 1 time, 70 days in all", "anonymous for life", "Allows an anonymised report", "Counsel, 1 June",
        "Not before Tuesday 1 September 2026", "I asked today", "Have a lawyer read the report",
        "It goes to the National Panel, the Secretary of State and Ofsted on or before Mon 1 March 2027."}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK(says(page, "href=\"/cases/" + id + "/embargoes/embargo-1\""));
  CHECK(says(page, "href=\"/cases/" + id + "/add/embargoPlaced\">Place an embargo</a>"));
  CHECK(says(page, "/reviews/review-1/publication\">Have a lawyer read the report</a>"));
  for (const auto* word : {"embargo-1<", "proceedings-1<", "LIFELONG", "FACT_", "leaf"}) {
    INFO(word);
    CHECK_FALSE(says(page, word));
  }
  auto reader = Browser::of(practice.daemon, "a-reader", "reader");
  const auto as_reader = reader.open("/cases/" + id + "/proceedings");
  CHECK_FALSE(says(as_reader, "I asked today"));
  CHECK_FALSE(says(as_reader, "Place an embargo"));
}

TEST_CASE("Who asked how proceedings stand says so in one step", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"kind":"INQUEST","expectedEnd":"2026-11"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id + "/proceedings");
  const auto version = value_of(page, "version");
  CHECK(version == std::to_string(practice.version(id)));
  const test::FormValues asked = {{"version", version},
                                  {"key", value_of(page, "key")},
                                  {"proceedingsUpdated.proceedings", "proceedings-1"},
                                  {"proceedingsUpdated.nextCheckOn.day", "14"},
                                  {"proceedingsUpdated.nextCheckOn.month", "7"},
                                  {"proceedingsUpdated.nextCheckOn.year", "2026"},
                                  {"proceedingsUpdated.expectedEnd.day", ""},
                                  {"proceedingsUpdated.expectedEnd.month", "3"},
                                  {"proceedingsUpdated.expectedEnd.year", "2027"},
                                  {"do", "record"}};
  const auto done = browser.send("/cases/" + id + "/add/proceedingsUpdated", asked);
  INFO(done.body);
  REQUIRE(done.status == 303);
  CHECK(practice.clock(id, "proceedings-contact") == "RUNNING 2026-07-14");
  const auto after = browser.open("/cases/" + id + "/proceedings");
  CHECK(says(after, "November 2026 → March 2027, said on Monday 1 June 2026"));
  CHECK(says(after, "Tuesday 14 July 2026"));
  // Sent again from a page that is out of date by now, under a key of its own.
  auto stale = asked;
  stale[1].second = "another-key";
  CHECK(browser.send("/cases/" + id + "/add/proceedingsUpdated", stale).status == 412);
}

TEST_CASE("A step that is awaited leads to the form with what is known of it", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  practice.add(id, R"({"proceedingsOpened":{"kind":"CRIMINAL"}})");
  practice.add(id, R"({"proceedingsUpdated":{"node":"TRIAL","listedOn":"2026-11-03"}})");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id + "/proceedings");
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("href=\"([^\"]+)\">It took place, or its day moved")));
  std::string address = found[1];
  for (auto at = address.find("&amp;"); at != std::string::npos; at = address.find("&amp;"))
    address.replace(at, 5, "&");
  const auto form = browser.open(address);
  INFO(form.body);
  CHECK(form.status == 200);
  CHECK(says(form, "name=\"proceedingsUpdated.replaces.year\" type=\"text\" inputmode=\"numeric\" value=\"2026\""));
  CHECK(std::regex_search(form.body, std::regex("value=\"TRIAL\" (selected|checked)")));
}

}  // namespace
}  // namespace review::service_test

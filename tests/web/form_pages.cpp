#include <fmt/format.h>

#include <algorithm>

#include "libreview/vocabulary/kinds.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// Entries recorded in a browser, over HTTP.
namespace review::service_test {
namespace {

using test::Browser;
using test::day_boxes;
using test::fill;
using test::FormValues;

void operator+=(FormValues& left, const FormValues& right) { left.insert(left.end(), right.begin(), right.end()); }

FormValues an_incident() {
  FormValues typed = {{"incidentLogged.harm", "SERIOUS_HARM"},
                      {"incidentLogged.abuseOrNeglect", "SUSPECTED"},
                      {"incidentLogged.occurredIn", "sandwell"},
                      {"incidentLogged.children.0.pseudonym", "Child Rowan"},
                      {"incidentLogged.children.0.ageYears", "7"}};
  typed += day_boxes("incidentLogged.incidentOn", "2", "1", "2026");
  typed += day_boxes("incidentLogged.localAuthorityAwareOn", "5", "January", "2026");
  return typed;
}

}  // namespace

TEST_CASE("An incident is logged through its form: refused, corrected, checked, recorded", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/cases/log"), "href=\"/incident\""));
  const std::string address = "/cases/log/incidentLogged";
  const auto empty = browser.open(address);
  REQUIRE(empty.status == 200);

  auto page = fill(browser, address, empty, {{"incidentLogged.occurredIn", "Sandwell MBC"}}, "do", "continue");
  CHECK(page.status == 400);
  CHECK(says(page, "There is a problem"));
  CHECK(says(page, "href=\"#incidentLogged-localAuthorityAwareOn-day\""));
  CHECK(says(page, "value=\"Sandwell MBC\""));

  page = fill(browser, address, page, an_incident(), "add", "incidentLogged.children");
  CHECK(page.status == 200);
  CHECK(says(page, "Child 2"));
  CHECK(says(page, "value=\"Child Rowan\""));
  const auto before = practice.size();
  page = fill(browser, address, page, {}, "do", "continue");
  CHECK(page.status == 200);
  CHECK(says(page, "Check before you record"));
  CHECK(says(page, "Monday 5 January 2026"));
  CHECK(says(page, "Due on Monday 12 January 2026: 4 working days left"));
  CHECK(practice.size() == before);

  const auto done = fill(browser, address, page, {}, "do", "record");
  REQUIRE(done.status == 303);
  CHECK(done.header("Location") == "/cases/26-0001/logged");
  CHECK(practice.show("26-0001").at("children").as_array().size() == 1);
  const auto again = fill(browser, address, page, {}, "do", "record");
  CHECK(again.header("Location") == "/cases/26-0001/logged");
  CHECK(practice.size() == before + 1);
}

TEST_CASE("A case of the same place and day is shown before another is opened", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto first = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const std::string address = "/cases/log/incidentLogged";
  const auto page = fill(browser, address, browser.open(address), an_incident(), "do", "continue");
  CHECK(says(page, "Could this be one of these cases?"));
  CHECK(says(page, "The incident was on the same day, Friday 2 January 2026"));
  CHECK(says(page, "/cases/" + first));
}

TEST_CASE("What happened next is chosen from what the case allows", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/cases/" + id + "/add");
  CHECK(page.status == 200);
  CHECK(says(page, "/cases/" + id + "/add/panelNotified"));
  CHECK(says(page, "Not open yet"));
  CHECK(browser.open("/cases/26-0099/add").status == 404);
  CHECK(browser.open("/cases/" + id + "/add/nothingLikeIt").status == 404);
  CHECK(browser.open("/cases/log/panelNotified").status == 404);
}

TEST_CASE("A decision asks each criterion, and goes through with the version that was seen", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/notificationDecided";
  auto page = browser.open(address);
  CHECK(says(page, "know or suspect that a child has been abused or neglected"));
  page = fill(browser, address, page,
              {{"notificationDecided.decision", "NOTIFY"}, {"notificationDecided.reasons", "Invented."}}, "do",
              "continue");
  CHECK(page.status == 409);
  CHECK(says(page, "Answer every criterion"));
  FormValues answers;
  for (int i = 0; i < 3; ++i) {
    answers.emplace_back(fmt::format("notificationDecided.criteria.{}.met", i), "YES");
    answers.emplace_back(fmt::format("notificationDecided.criteria.{}.reason", i), "Invented.");
  }
  page = fill(browser, address, page, answers, "do", "continue");
  REQUIRE(page.status == 200);

  practice.add(id, note);
  page = fill(browser, address, page, {}, "do", "record");
  CHECK(page.status == 412);
  CHECK(says(page, "Note added"));
  CHECK(says(page, "Invented."));
  page = fill(browser, address, page, {}, "do", "continue");
  CHECK(page.status == 200);
  CHECK(fill(browser, address, page, {}, "do", "record").status == 303);
  CHECK(practice.version(id) == 3);
}

TEST_CASE("What breaks a rule but happened is recorded despite it, with reasons and who authorised it", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/panelResponded";
  auto page = fill(browser, address, browser.open(address), {{"panelResponded.view", "AGREES"}}, "do", "continue");
  CHECK(page.status == 409);
  CHECK(says(page, "The case is not at this stage"));
  page = fill(browser, address, page,
              {{"despite.0.reasons", "The letter came early."}, {"despite.0.authorisedBy", "asha-verma"}}, "do",
              "continue");
  INFO(page.body);
  REQUIRE(page.status == 200);
  CHECK(says(page, "The letter came early."));
  CHECK(says(page, "does not fit"));
  REQUIRE(fill(browser, address, page, {}, "do", "record").status == 303);
  CHECK(says(browser.open("/cases/" + id), "asha-verma"));
}

TEST_CASE("An update is corrected in its own form, and withdrawn", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  const auto entry = std::string(practice.add(id, note).at("entry").as_string());
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto address = "/cases/" + id + "/add/entryCorrected";
  CHECK(says(browser.open(address), "Note added, Tuesday 6 January 2026"));
  auto page = browser.open(address + "?entryCorrected.entry=" + entry);
  CHECK(says(page, "An invented note."));
  CHECK(says(page, "On which day was it corrected?"));
  page = fill(browser, address, page,
              {{"entryCorrected.replacement.noteAdded.text", "Another note."}, {"entryCorrected.reason", "A slip."}},
              "do", "continue");
  REQUIRE(page.status == 200);
  CHECK(page.body.find(entry + "</div>") == std::string::npos);
  REQUIRE(fill(browser, address, page, {}, "do", "record").status == 303);
  CHECK(says(browser.open("/cases/" + id), "Update corrected"));
  const auto away = "/cases/" + id + "/add/entryWithdrawn";
  page = browser.open(away);
  CHECK(says(page, "Incident logged, Tuesday 6 January 2026"));
}

TEST_CASE("Somebody who only reads gets no form, and nobody gets one of a case that is not there", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto reader = Browser::of(practice.daemon, "r-jones", "reader");
  CHECK(reader.open("/cases/" + id + "/add/noteAdded").status == 403);
  CHECK(reader.send("/cases/" + id + "/add/noteAdded", {{"noteAdded.text", "No"}, {"do", "record"}}).status == 403);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(browser.open("/cases/26-0099/add/noteAdded").status == 404);
  CHECK(practice.version(id) == 1);
}

TEST_CASE("Every form can be opened in a case", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  for (const auto& kind : kinds()) {
    INFO(kind.name);
    const auto page = browser.open("/cases/" + id + "/add/" + kind.json);
    CHECK(page.status == 200);
    CHECK(page.body.size() < 100 * 1024);
    if (kind.opens_case) CHECK(browser.open("/cases/log/" + kind.json).status == 200);
  }
}

}  // namespace review::service_test

#include <regex>

#include "tests/support/small_zip.hpp"
#include "tests/web/embargoed.hpp"

/// Embargoes placed, extended and lifted in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;
using test::day_boxes;
using test::FormValues;

void operator+=(FormValues& left, const FormValues& right) { left.insert(left.end(), right.begin(), right.end()); }

/// What a box of several lines holds.
std::string typed_in(const HttpAnswer& page, const std::string& name) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("<textarea[^>]* name=\"" + name + "\"[^>]*>\n([^<]*)<")));
  return found[1];
}

/// Whether the box of a reader is ticked.
bool is_ticked(const HttpAnswer& page, const std::string& person) {
  return says(page, "name=\"readers\" type=\"checkbox\" value=\"" + person + "\" checked>");
}

TEST_CASE("An embargo is placed from the case, after a look at what it changes", "[web]") {
  Practice practice;
  know(practice);
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const std::string address = "/cases/" + id + "/add/embargoPlaced";
  const auto before = practice.size();
  CHECK(says(browser.open("/cases/" + id), "href=\"/cases/" + id + "/add\""));
  CHECK(says(browser.open("/cases/" + id + "/add"), "href=\"" + address + "\""));
  auto page =
      fill(browser, address, browser.open(address), {{"embargoPlaced.covers", "IDENTIFYING_FACTS"}}, "do", "continue");
  CHECK(page.status == 400);
  CHECK(says(page, "<title>Error: "));
  // All that is wrong at once, in the words of the questions.
  CHECK(says(page, "<a href=\"#embargoPlaced-reviewOn-day\">Enter the day that it is to be looked at by</a>"));
  CHECK(says(page, "<a href=\"#embargoPlaced-reason\">Say why it is placed</a>"));
  FormValues slip = {{"embargoPlaced.readers.other", "nobody\nno-one"}};
  slip += day_boxes("embargoPlaced.reviewOn", "4", "1", "2026");
  page = fill(browser, address, page, slip, "do", "continue");
  CHECK(page.status == 409);
  CHECK(says(page, "Nobody here is called nobody or no-one. Choose people who have an account."));
  CHECK(says(page, "<a href=\"#embargoPlaced-reason\">Say why it is placed</a>"));
  CHECK(says(
      page,
      "\">The day that it is to be looked at by is before the embargo is placed. Choose that day or a later one.</a>"));
  CHECK_FALSE(says(page, "Record it all the same"));
  FormValues typed = {{"embargoPlaced.reason", "A trial is to come."},
                      {"embargoPlaced.authority", "The chair"},
                      {"embargoPlaced.readers.other", "zoe\nyan"}};
  typed += day_boxes("embargoPlaced.reviewOn", "1", "7", "2026");
  page = fill(browser, address, page, typed, "do", "continue");
  REQUIRE(page.status == 200);
  CHECK(says(page, "What it changes"));
  CHECK(says(page, "The embargo covers: Identifying facts."));
  CHECK(says(page, "Who may read it: zoe, yan."));
  CHECK(says(page, "Nobody else can read it any more. That includes you."));
  CHECK(practice.size() == before);
  REQUIRE(fill(browser, address, page, {}, "do", "record").status == 303);

  page = browser.open("/cases/" + id + "/embargoes/embargo-1");
  INFO(page.body);
  REQUIRE(page.status == 200);
  for (const auto* words : {"Identifying facts", "A trial is to come.", "The chair", "Monday 5 January 2026",
                            "Wednesday 1 July 2026", "zoe, yan", "You may not read what it covers"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK(says(browser.open("/cases/" + id), "Publication is held"));
}

TEST_CASE("From its reminder an embargo is extended in one step, and the reminder is gone", "[web]") {
  Embargoed held(R"("zoe","yan")");
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  REQUIRE(says(browser.open("/reminders"), "href=\"" + held.at + "#reviewOn-day\""));
  FormValues typed = {{"extendReason", "The trial was put off."}};
  typed += day_boxes("reviewOn", "", "", "");
  const auto none = does(browser, held.at, "extend", typed);
  CHECK(none.status == 400);
  CHECK(says(none, "<title>Error: "));
  CHECK(says(none, "<a href=\"#reviewOn-day\">Enter the day that it is to be looked at by</a>"));
  CHECK(typed_in(none, "extendReason") == "The trial was put off.");
  // The forms beside it are as they were: who may read it is not taken away by a slip in another one.
  CHECK(is_ticked(none, "zoe"));
  CHECK(is_ticked(none, "yan"));
  FormValues past = {{"extendReason", "The trial was put off."}};
  past += day_boxes("reviewOn", "4", "1", "2026");
  const auto over = does(browser, held.at, "extend", past);
  CHECK(over.status == 400);
  CHECK(
      says(over,
           "<a href=\"#reviewOn-day\">The day that it is to be looked at by is before the embargo is extended. Choose "
           "that day or a later one.</a>"));

  FormValues whole = {{"extendReason", "The trial was put off."}};
  whole += day_boxes("reviewOn", "1", "7", "2026");
  const auto done = does(browser, held.at, "extend", whole);
  REQUIRE(done.status == 303);
  CHECK(done.header("Location").starts_with(held.at + "?recorded="));
  CHECK(held.practice.clock(held.id, "embargo-review") == "RUNNING 2026-07-01");
  const auto page = browser.open(held.at);
  CHECK(says(page, "Wednesday 1 July 2026"));
  CHECK(says(page, "The trial was put off."));
  CHECK_FALSE(says(browser.open("/reminders"), held.at));
  // Armed anew: on the new day it is asked for again.
  held.practice.day("2026-07-01");
  CHECK(says(browser.open("/reminders"), "href=\"" + held.at + "#reviewOn-day\""));
}

TEST_CASE("The readers of an embargo are named on its page, and nobody lets themselves in", "[web]") {
  Embargoed held(R"("zoe")");
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open(held.at), "You may not read what it covers"));
  const auto alone =
      does(browser, held.at, "name", {{"readers", "zoe"}, {"readers", "a-smith"}, {"readersReason", "I want to."}});
  CHECK(alone.status == 409);
  CHECK(says(alone, "<a href=\"#readers\">You cannot name yourself as a reader of this embargo. Another person must."));
  CHECK(is_ticked(alone, "a-smith"));
  const auto unknown = does(browser, held.at, "name", {{"readers", "nobody"}, {"readersReason", "Invented."}});
  CHECK(unknown.status == 409);
  CHECK(says(unknown, "<a href=\"#readers\">Nobody here is called nobody. Choose people who have an account.</a>"));
  const auto nobody = does(browser, held.at, "name", {{"readersReason", "Invented."}});
  CHECK(nobody.status == 400);
  CHECK(says(nobody, "<a href=\"#readers\">Choose who may read what it covers</a>"));
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  const FormValues both = {{"readers", "zoe"}, {"readers", "a-smith"}, {"readersReason", "She prepares the trial."}};
  REQUIRE(does(chair, held.at, "name", both).status == 303);
  CHECK(says(browser.open(held.at), "You may read what it covers"));
  CHECK(says(chair.open(held.at), "You may not read what it covers"));
  CHECK(says(chair.open(held.at), "She prepares the trial."));
}

TEST_CASE("A lift is proposed with evidence on the page, and a second person lifts", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  CHECK_FALSE(says(browser.open(held.at), "Lift the embargo"));
  REQUIRE(does(browser, held.at, "propose", {{"proposeEvidence", "The verdict."}}).status == 303);
  CHECK(says(browser.open(held.at), "One person proposed it. It waits for a second"));
  const auto waits = "<a class=\"govuk-link\" href=\"" + held.at + "\">Lift an embargo of case " + held.id + "</a>";
  for (const auto* place : {"/", "/reminders"}) {
    INFO(place);
    const auto page = chair.open(place);
    CHECK(says(page, waits));
    CHECK(says(page, "Waiting for your approval (1)"));
    CHECK_FALSE(says(browser.open(place), waits));
    CHECK_FALSE(says(browser.open(place), "Waiting for your approval"));
  }
  const auto alone = does(browser, held.at, "lift", {{"liftEvidence", "The verdict."}});
  CHECK(alone.status == 409);
  CHECK(says(alone, "Who proposed to lift this embargo cannot lift it too. Another person must."));
  const auto bare = does(chair, held.at, "lift", {{"liftEvidence", ""}});
  CHECK(bare.status == 409);
  CHECK(says(bare, "<a href=\"#liftEvidence\">"));
  // Who saw an earlier state of the case is told so.
  const auto seen = version_on(chair.open(held.at));
  held.practice.add(held.id, R"({"noteAdded":{"text":"Invented."}})");
  const auto late = chair.send(held.at, {{"version", seen}, {"do", "lift"}, {"liftEvidence", "The order."}});
  CHECK(late.status == 412);
  CHECK(typed_in(late, "liftEvidence") == "The order.");

  auto reader = Browser::of(held.practice.daemon, "a-reader", "reader");
  const auto looked = reader.open(held.at);
  CHECK_FALSE(says(looked, "Lift the embargo"));
  const FormValues by_reader = {{"version", seen}, {"do", "lift"}, {"liftEvidence", "Invented."}};
  CHECK(reader.send(held.at, by_reader).status == 403);

  REQUIRE(does(chair, held.at, "lift", {{"liftEvidence", "The order of the court."}}).status == 303);
  for (const auto* place : {"/", "/reminders"}) CHECK_FALSE(says(chair.open(place), waits));
  const auto page = browser.open(held.at);
  CHECK(says(page, "Lifted on"));
  CHECK(says(page, "The order of the court."));
  CHECK_FALSE(says(page, "Extend the embargo"));
  CHECK_FALSE(says(browser.open("/cases/" + held.id), "Publication is held"));
}

TEST_CASE("Two people agree beforehand on what must have happened; one of them confirms it on the day", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  const auto blank = does(browser, held.at, "propose", {{"conditions", ""}, {"proposeEvidence", ""}});
  CHECK(blank.status == 409);
  CHECK(says(blank, "<a href=\"#conditions\">"));
  REQUIRE(does(browser, held.at, "propose", {{"conditions", "Sentence is passed."}}).status == 303);
  CHECK(does(browser, held.at, "lift", {{"liftEvidence", "Sentence was passed."}}).status == 409);
  const auto asked = chair.open(held.at);
  CHECK(says(asked, "Agree to lift it"));
  CHECK(typed_in(asked, "conditions").find("Sentence is passed.") != std::string::npos);
  CHECK(says(asked, "It hangs on no proceedings that are recorded as open."));
  REQUIRE(does(chair, held.at, "propose", {{"conditions", "Sentence is passed."}}).status == 303);
  CHECK(says(browser.open(held.at), "Agreed by"));
  CHECK(says(browser.open(held.at), "What must have happened first"));
  CHECK(says(browser.open(held.at), "Two people agreed beforehand. One of them confirms it on the day"));
  held.practice.day("2026-02-03");
  REQUIRE(does(browser, held.at, "lift", {{"liftEvidence", "Sentence was passed."}}).status == 303);
  const auto page = browser.open(held.at);
  CHECK(says(page, "Tuesday 3 February 2026"));
  CHECK(says(page, "Sentence was passed."));
}

TEST_CASE("A reader is told the true reason why a document cannot be given, and before it is asked for", "[web]") {
  Embargoed held(R"("zoe")");
  const auto documents = "/cases/" + held.id + "/documents";
  REQUIRE(file_document(held.practice.coordinator, held.id, "a.docx", "Paper", test::small_docx()).status == 201);
  auto zoe = Browser::of(held.practice.daemon, "zoe", "reader");
  CHECK(says(zoe.open(documents), "Only a PDF or plain text can carry it."));
  const auto refused = zoe.open(documents + "/document-1/versions/1");
  CHECK(refused.status == 403);
  CHECK(says(refused, "only a PDF without a password"));
  CHECK_FALSE(says(refused, "Your role does not allow it"));
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open(held.at), "Updates, or the titles of documents"));
  CHECK(says(browser.open(held.at), "Who began to read last comes first"));
  CHECK(says(browser.open(held.at + "?reads=every"), "Every time, newest first"));
  CHECK_FALSE(says(browser.open(held.at), "A copy of "));
  CHECK(says(browser.open(documents + "/document-1/versions/1"), "Only its named readers can open it."));
  CHECK(says(browser.open("/cases/" + held.id + "/add/embargoPlaced"), "Only a PDF or plain text can be given"));
}

TEST_CASE("Whoever lifts an embargo reads that the trial it hangs on is recorded as open", "[web]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"proceedingsOpened":{"proceedings":"the-trial","kind":"CRIMINAL"}})");
  practice.add(id, R"({"embargoPlaced":{"proceedings":["the-trial"],"reason":"Invented.","reviewOn":"2026-07-01"}})");
  practice.add(id, R"({"embargoLiftProposed":{"evidence":"The verdict."}})");
  auto chair = Browser::of(practice.daemon, "a-chair", "chair");
  CHECK(says(chair.open("/cases/" + id + "/embargoes/embargo-1"), "are still recorded as open. If they are over"));
}

TEST_CASE("An extension takes back what was agreed beforehand, and says so before it is sent", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  for (auto* one : {&browser, &chair}) {
    REQUIRE(does(*one, held.at, "propose", {{"conditions", "Sentence is passed."}}).status == 303);
  }
  CHECK(says(browser.open(held.at), "Whoever agreed to lift it before has to agree again."));
  FormValues whole = {{"extendReason", "An appeal was made."}};
  whole += day_boxes("reviewOn", "1", "7", "2026");
  REQUIRE(does(browser, held.at, "extend", whole).status == 303);
  CHECK_FALSE(says(browser.open(held.at), "Two people agreed beforehand"));
  CHECK_FALSE(says(browser.open(held.at), "Lift the embargo"));
}

TEST_CASE("The list of what is held can be taken away for a spreadsheet", "[web]") {
  Embargoed held;
  auto reader = Browser::of(held.practice.daemon, "a-reader", "reader");
  CHECK(says(reader.open("/held"), "<a class=\"govuk-link\" href=\"/held.csv\">Download as a spreadsheet (CSV)</a>"));
  const auto file = reader.open("/held.csv");
  CHECK(file.status == 200);
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"embargoes-2026-01-05.csv\"");
  CHECK(says(file, held.id + ",REPORT,"));
  auto administrator = Browser::of(held.practice.daemon, "an-admin", "administrator");
  CHECK(administrator.open("/held.csv").status == 403);
}

TEST_CASE("A form of an embargo that says nothing, or comes when it is lifted, is answered with what is wrong",
          "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  const auto none = does(browser, held.at, "none", {});
  CHECK(none.status == 400);
  CHECK(says(none, "<title>Error: "));
  CHECK(says(none, "Choose what to do with the embargo."));
  const auto seen = version_on(browser.open(held.at));
  held.practice.add(held.id, R"({"embargoLiftProposed":{"evidence":"The verdict."}})");
  auto chair = held.practice.daemon.caller(held.practice.daemon.issue("chair-1", "chair"));
  REQUIRE(chair
              .post("/v1/cases/" + held.id + "/entries", R"({"embargoLifted":{"evidence":"The verdict."}})",
                    {{"If-Match", if_match(held.practice.version(held.id))}})
              .status == 201);
  const auto late = browser.send(held.at, {{"do", "propose"}, {"proposeEvidence", "It."}, {"version", seen}});
  CHECK(late.status >= 400);
  CHECK(says(late, "<title>Error: "));
}

}  // namespace
}  // namespace review::service_test

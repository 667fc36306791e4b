#include <regex>

#include "tests/web/embargoed.hpp"

/// What the page of an embargo tells: what was done and what comes next, who can be the second person, who has read,
/// and which documents it covers and which it does not.
namespace review::service_test {
namespace {

using test::Browser;
using test::day_boxes;
using test::FormValues;

/// How often the page has these words.
long times(const HttpAnswer& page, const std::string& words) {
  long count = 0;
  for (auto at = page.body.find(words); at != std::string::npos; at = page.body.find(words, at + 1)) ++count;
  return count;
}

/// The part of the page under a heading, up to the next one.
std::string under(const HttpAnswer& page, const std::string& heading) {
  const auto from = page.body.find("<h2 class=\"govuk-heading-m\">" + heading + "</h2>");
  INFO(heading << " of " << page.body);
  REQUIRE(from != std::string::npos);
  const auto to = page.body.find("<h2 ", from + 1);
  return page.body.substr(from, to - from);
}

bool has(const std::string& part, const std::string& words) { return part.find(words) != std::string::npos; }

TEST_CASE("After each act the page of an embargo says what was done, and what happens next", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  CHECK_FALSE(says(browser.open(held.at), "govuk-notification-banner--success"));
  FormValues later = {{"extendReason", "The trial was put off."}};
  for (auto& box : day_boxes("reviewOn", "1", "7", "2026")) later.push_back(std::move(box));
  const auto extended = done(browser, held.at, "extend", later);
  CHECK(says(extended, "govuk-notification-banner--success"));
  CHECK(says(extended, "The embargo is extended"));
  CHECK(says(extended, "It is to be looked at by Wednesday 1 July 2026."));
  const auto named = done(browser, held.at, "name", {{"readers", "a-smith"}, {"readersReason", "Invented."}});
  CHECK(says(named, "Its readers are named"));
  CHECK(says(named, "From now on these may read what it covers, and nobody else: a-smith."));
  const auto proposed = done(browser, held.at, "propose", {{"proposeEvidence", "The verdict."}});
  CHECK(says(proposed, "It is proposed to lift the embargo"));
  CHECK(says(proposed, "on their home page and under Reminders"));
  const auto lifted = done(chair, held.at, "lift", {{"liftEvidence", "The order."}});
  CHECK(says(lifted, "The embargo is lifted"));
  CHECK(says(lifted, "Nothing holds publication now."));
  // Once, and for an update of this embargo alone.
  CHECK_FALSE(says(browser.open(held.at), "govuk-notification-banner--success"));
  CHECK_FALSE(says(browser.open(held.at + "?recorded=none"), "govuk-notification-banner--success"));
}

TEST_CASE("Pages and files say by when an embargo is to be looked at, and nowhere that it was", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  const auto of_case = "/cases/" + held.id;
  for (const auto& address : {std::string("/cases"), std::string("/held"), std::string("/held.csv"), of_case,
                              of_case + "/proceedings", held.at}) {
    INFO(address);
    const auto page = browser.open(address);
    CHECK((says(page, "to be looked at by") || says(page, "To be looked at by")));
    CHECK_FALSE(says(page, "ooked at again"));
  }
}

TEST_CASE("What two people agree beforehand is said to wait for its day", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  CHECK(
      says(done(browser, held.at, "propose", {{"conditions", "Sentence is passed."}}), "It waits for a second person"));
  CHECK(says(done(chair, held.at, "propose", {{"conditions", "Sentence is passed."}}),
             "Two people have agreed beforehand to lift it"));
}

TEST_CASE("Who proposed to lift an embargo is told who can, and is not offered it", "[web]") {
  Embargoed held;
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  const auto alone = done(browser, held.at, "propose", {{"proposeEvidence", "The verdict."}});
  CHECK(has(under(alone, "Who can lift it"), "Your proposal waits."));
  CHECK(has(under(alone, "Who can lift it"), "Ask an administrator to invite a second person."));
  auto chair = Browser::of(held.practice.daemon, "a-chair", "chair");
  auto reader = Browser::of(held.practice.daemon, "a-reader", "reader");
  const auto waits = browser.open(held.at);
  CHECK(has(under(waits, "Who can lift it"), "in the cases that they see: a-chair."));
  CHECK_FALSE(says(waits, "Lift the embargo"));
  const auto asked = chair.open(held.at);
  CHECK(says(asked, "Lift the embargo"));
  CHECK_FALSE(says(asked, "Who can lift it"));
  for (auto* one : {&browser, &chair, &reader}) {
    const auto page = one->open(held.at);
    CHECK(has(under(page, "Its readers"), ">Your access<"));
    CHECK_FALSE(says(page, ">You<"));
  }
}

TEST_CASE("Each reader and thing read has one row, with how often and when; every time stays a link away", "[web]") {
  Embargoed held(R"("zoe")");
  REQUIRE(file_document(held.practice.coordinator, held.id, "a.txt", "Invented paper", "Invented.").status == 201);
  auto zoe = Browser::of(held.practice.daemon, "zoe", "reader");
  const auto copy = "/cases/" + held.id + "/documents/document-1/versions/1";
  for (int i = 0; i < 3; ++i) REQUIRE(zoe.open(copy).status == 200);
  REQUIRE(zoe.open("/cases/" + held.id + "/documents").status == 200);
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open(held.at);
  const auto reads = under(page, "Who has read what it covers");
  INFO(reads);
  CHECK(times(page, "A copy of Document 1") == 1);
  CHECK(has(reads, "3 times"));
  CHECK(times(page, "Updates, or the titles of documents") == 1);
  for (const auto* column : {"How often", "First", "Last"}) CHECK(has(reads, std::string(">") + column + "</th>"));
  CHECK(has(reads, "href=\"" + held.at + "?reads=every\""));
  const auto every = browser.open(held.at + "?reads=every");
  CHECK(times(every, "A copy of Document 1") == 3);
  CHECK(says(every, "Every time, newest first"));
  CHECK_FALSE(says(zoe.open(held.at + "?reads=every"), "Every time, newest first"));
}

TEST_CASE("The page of an embargo lists the documents that it covers, and those that it does not", "[web]") {
  Embargoed held(R"("zoe")");
  auto& files = held.practice.coordinator;
  held.practice.add(held.id, R"({"meetingArranged":{"meeting":"meeting-1","heldOn":"2026-01-20"}})");
  REQUIRE(file_document(files, held.id, "a.txt", "The invented report", "Invented.").status == 201);
  REQUIRE(file_document(files, held.id, "b.txt", "Draft for the panel", "Invented.", "meeting", "meeting-1").status ==
          201);
  auto zoe = Browser::of(held.practice.daemon, "zoe", "reader");
  const auto read = zoe.open(held.at);
  CHECK(has(under(read, "Documents that it covers"), "The invented report"));
  CHECK_FALSE(has(under(read, "Documents that it covers"), "Draft for the panel"));
  CHECK(has(under(read, "Documents that it does not cover"), "Draft for the panel"));
  CHECK(has(under(read, "Documents that it does not cover"), "A meeting’s paper"));
  CHECK_FALSE(says(read, "Place an embargo on "));

  // Titles that it keeps stay kept; who may place one is led to it, with the document chosen.
  auto browser = Browser::of(held.practice.daemon, "a-smith", "coordinator");
  const auto decides = browser.open(held.at);
  CHECK_FALSE(says(decides, "The invented report"));
  CHECK(has(under(decides, "Documents that it covers"), "A document under embargo"));
  const auto place =
      "/cases/" + held.id + "/add/embargoPlaced?embargoPlaced.covers=DOCUMENT&amp;embargoPlaced.documents=document-2";
  CHECK(has(under(decides, "Documents that it does not cover"),
            "href=\"" + place + "\">Place an embargo on Draft for the panel<"));
  const auto form = browser.open("/cases/" + held.id +
                                 "/add/embargoPlaced?embargoPlaced.covers=DOCUMENT&embargoPlaced.documents=document-2");
  REQUIRE(form.status == 200);
  for (const auto* chosen : {"DOCUMENT", "document-2"}) {
    INFO(form.body);
    CHECK(std::regex_search(form.body, std::regex(std::string("value=\"") + chosen + "\"[^>]* checked")));
  }
  held.practice.add(held.id, R"({"embargoPlaced":{"covers":["DOCUMENT"],"documents":["document-2"],)"
                             R"("reason":"Invented.","reviewOn":"2026-07-01"}})");
  CHECK(has(under(browser.open(held.at), "Documents that it does not cover"), "Another embargo covers it"));
  CHECK(has(under(browser.open("/cases/" + held.id + "/embargoes/embargo-2"), "Documents that it covers"),
            "Draft for the panel"));
}

}  // namespace
}  // namespace review::service_test

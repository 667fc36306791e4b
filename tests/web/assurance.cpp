#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Assurance, training and pledges in the browser, without scripts.
namespace review::service_test {
namespace {

using test::Browser;

std::string hidden_input(const HttpAnswer& page, const std::string& name) {
  const auto at = page.body.find("name=\"" + name + "\" value=\"");
  if (at == std::string::npos) return {};
  const auto from = at + name.size() + 15;
  return page.body.substr(from, page.body.find('"', from) - from);
}

std::string opened(Practice& practice, const std::string& sort) {
  return practice.coordinator
      .post("/v1/programmes", fmt::format(R"({{"programmeOpened":{{"sort":"{}","title":"Invented"}}}})", sort))
      .text("/programme");
}

void add(Practice& practice, const std::string& id, const std::string& body) {
  const auto answer = practice.coordinator.post("/v1/programmes/" + id + "/entries", body);
  INFO(answer.body);
  REQUIRE(answer.status == 201);
}

TEST_CASE("A coordinator asks schools by the form, and the page says who has not answered", "[web]") {
  Practice practice;
  const auto id = opened(practice, "SECTION_175_157");
  const auto address = "/programmes/" + id;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open(address), address + "/assurance"));
  CHECK(says(browser.open(address + "/assurance"), "Nobody has been asked yet."));
  const auto form = browser.open(address + "/add/assuranceAsked");
  const auto taken = browser.send(address + "/add/assuranceAsked", {{"key", hidden_input(form, "key")},
                                                                    {"assuranceAsked.what", "The audit & its plan"},
                                                                    {"assuranceAsked.agencies", "north-school"},
                                                                    {"assuranceAsked.dueOn.day", "27"},
                                                                    {"assuranceAsked.dueOn.month", "2"},
                                                                    {"assuranceAsked.dueOn.year", "2026"},
                                                                    {"do", "record"}});
  INFO(taken.body);
  REQUIRE(taken.status == 303);
  add(practice, id, R"({"assuranceAsked":{"what":"The audit","agencies":["west-school"],"dueOn":"2026-02-27"}})");
  add(practice, id, R"({"assuranceReturned":{"agency":"west-school","ownGrade":"MOSTLY_MET"}})");
  add(practice, id,
      R"({"assuranceScrutinised":{"agency":"west-school","by":"SUBGROUP","grade":"PARTLY_MET",)"
      R"("gaps":"No plan.","followUp":"Send a plan.","followUpDueOn":"2026-02-20"}})");
  practice.day("2026-03-02");
  const auto page = browser.open(address + "/assurance");
  for (const auto* words :
       {"1 of 2 answered. 1 has not, and for 1 of these the day is over.", "The audit &amp; its plan",
        "Not answered, overdue", "Mostly met", "Partly met", "No plan.", "Send a plan."}) {
    INFO(words);
    CHECK(says(page, words));
  }
  const auto across = browser.open("/assurance");
  CHECK(says(across, address + "/assurance"));
  CHECK(says(across, "The audit &amp; its plan"));
  CHECK_FALSE(says(across, "No plan."));
  CHECK(says(browser.open("/assurance.csv"), "OVERDUE"));
  CHECK(says(browser.open(address + "/assurance.csv"), "PARTLY_MET"));
  add(practice, id, R"({"assuranceReturned":{"agency":"north-school","completeness":"DECLINED"}})");
  CHECK(says(browser.open(address + "/assurance"), "1 of 2 answered, 1 declined."));
}

TEST_CASE("A contact of an agency finds what it was asked for, and records its answer", "[web]") {
  Practice practice;
  const auto id = opened(practice, "SECTION_11");
  const auto address = "/programmes/" + id;
  add(practice, id, R"({"assuranceAsked":{"what":"The audit","agencies":["police","fire"],"dueOn":"2026-02-27"}})");
  add(practice, id, R"({"memberAdded":{"person":"pat","role":"AGENCY_CONTACT","agency":"police"}})");
  auto browser = Browser::of(practice.daemon, "pat", "agency-contact");
  CHECK(says(browser.open(address), address + "/assurance"));
  const auto page = browser.open(address + "/assurance");
  CHECK(says(page, "0 of 1 answered."));
  CHECK(says(page, address + "/add/assuranceReturned"));
  CHECK_FALSE(says(page, address + "/add/assuranceAsked"));
  CHECK_FALSE(says(page, "Fire"));
  CHECK(browser.open(address + "/training").status == 403);
}

TEST_CASE("The page of training shows the three rounds side by side, and says what was not asked", "[web]") {
  Practice practice;
  const auto id = opened(practice, "TRAINING");
  const auto address = "/programmes/" + id;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open(address + "/training"), "No training is planned yet."));
  add(practice, id, R"({"trainingPlanned":{"title":"Neglect"}})");
  add(practice, id, R"({"trainingQuestionSet":{"text":"Do you use the tool?","scale":"YES_PARTLY_NO"}})");
  CHECK(says(browser.open(address + "/training"), "Nobody has been asked yet"));
  add(practice, id,
      R"({"trainingEvaluated":{"round":"BEFORE","answers":[{"value":1,"people":5},{"value":3,"people":15}]}})");
  add(practice, id, R"({"trainingHeld":{"attendance":[{"agency":"POLICE","people":20}]}})");
  practice.day("2026-04-05");
  add(practice, id, R"({"trainingEvaluated":{"round":"THREE_MONTHS","asked":20,"answers":[{"value":1,"people":6}]}})");
  const auto page = browser.open(address + "/training");
  for (const auto* words : {"Neglect", "Do you use the tool?", "5 (25%)", "15 (75%)", "0 (0%)", "Before (20 answered)",
                            "After: not asked.", "Not asked", "At three months (6 answered)", "6 of 20 answered"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  // Six answers have no share.
  CHECK_FALSE(says(page, "100%"));
  CHECK(says(browser.open(address + "/add/trainingEvaluated"), "Do you use the tool?"));
}

TEST_CASE("The page of pledges says what young people approved and what they judge to be kept", "[web]") {
  Practice practice;
  const auto id = opened(practice, "PLEDGES");
  const auto address = "/programmes/" + id;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open(address + "/pledges"), "No pledge has been made yet."));
  add(practice, id, R"({"pledgeMade":{"by":"POLICE","text":"A named officer."}})");
  add(practice, id, R"({"pledgeMade":{"by":"LOCAL_AUTHORITY","text":"Something."}})");
  add(practice, id, R"({"pledgeAnswered":{"pledge":"pledge-1","answer":"APPROVED"}})");
  add(practice, id, R"({"pledgeAnswered":{"pledge":"pledge-2","answer":"SENT_BACK","words":"What, and by when?"}})");
  add(practice, id, R"({"pledgeJudged":{"pledge":"pledge-1","round":1,"judgement":"PARTLY","youngPeople":7}})");
  const auto page = browser.open(address + "/pledges");
  for (const auto* words : {"Young people approved 1 of 2.", "A named officer.", "Partly kept (7 young people)",
                            "Sent back by young people", "What, and by when?", "Round 1"}) {
    INFO(words);
    CHECK(says(page, words));
  }
}

}  // namespace
}  // namespace review::service_test

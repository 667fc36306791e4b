#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// What was said before, where somebody writes a recommendation or decides, without a script. All invented.
namespace review::service_test {
namespace {

using test::Browser;
using test::fill;

const std::string handover = "Midwives hand families over to health visitors in writing.";

struct Again {
  Practice practice;
  std::string earlier = practice.open();
  std::string now = practice.open();
  Browser browser = Browser::of(practice.daemon, "a-smith", "coordinator");

  Again() {
    practice.day("2026-01-06");
    recommend_handover(earlier);
    practice.add(earlier,
                 R"({"actionAgreed":{"recommendation":"recommendation-1","owner":"POLICE","dueOn":"2026-09-01"}})");
    practice.add(earlier, R"({"actionUpdated":{"action":"action-1","progress":"RED","evidence":"None yet."}})");
  }
  void recommend_handover(const std::string& id) {
    practice.add(id, R"({"recommendationMade":{"text":")" + handover + R"(","themes":["information-sharing"]}})");
  }
  [[nodiscard]] std::string form(const std::string& kind) const { return "/cases/" + now + "/add/" + kind; }
  /// The form of this kind, where earlier ones were sought with what was typed.
  [[nodiscard]] HttpAnswer found(const std::string& kind, const test::FormValues& typed) {
    const auto address = form(kind);
    return fill(browser, address, browser.open(address), typed, "do", "earlier");
  }
};

TEST_CASE("The form of a recommendation finds earlier ones, and keeps what was typed", "[web]") {
  Again again;
  const auto address = again.form("recommendationMade");
  const auto empty = again.browser.open(address);
  CHECK(says(empty, "Find earlier ones"));
  CHECK_FALSE(says(empty, "Earlier recommendations like this one"));

  const auto before = again.practice.size();
  const std::string typed = "Midwives should hand the families over to their health visitor in writing";
  auto page = fill(again.browser, address, empty, {{"recommendationMade.text", typed}}, "do", "earlier");
  REQUIRE(page.status == 200);
  CHECK(says(page, "Earlier recommendations like this one"));
  CHECK(says(page, handover));
  CHECK(says(page, "Recommendation 1 of case " + again.earlier));
  CHECK(says(page, "href=\"/cases/" + again.earlier + "/entries/"));
  CHECK(says(page, "Open: 0 of 1 action complete. Red: off track."));
  CHECK(says(page, "Evidence for Action 1"));
  CHECK(says(page, "100 per cent"));
  CHECK(says(page, typed + "</textarea>"));
  CHECK(again.practice.size() == before);

  page = fill(again.browser, address, page, {}, "do", "continue");
  CHECK(says(page, "Check before you record"));
  CHECK(fill(again.browser, address, page, {}, "do", "record").status == 303);
}

TEST_CASE("Where nothing like it was recommended, or nothing is written yet, the form says so", "[web]") {
  Again again;
  auto page = again.found("recommendationMade", {});
  CHECK(page.status == 200);
  CHECK(says(page, "Write what is to be done first."));
  page = again.found("recommendationMade", {{"recommendationMade.text", "Check every address."}});
  CHECK(says(page, "No earlier recommendation of another case or programme that you see is like this one."));
}

TEST_CASE("What bodies answered, and what a programme does for it, stand with an earlier recommendation", "[web]") {
  Again again;
  auto& caller = again.practice.coordinator;
  again.practice.add(again.earlier,
                     R"({"recommendationAnswered":{"by":"OFSTED","answer":"REJECTED","reasons":"It is there."}})");
  REQUIRE(caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"INSPECTION","title":"Handovers"}})").status ==
          201);
  const auto in_programme = [&](const std::string& body) {
    const auto answer = caller.post("/v1/programmes/p26-0001/entries", body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  };
  in_programme(fmt::format(R"({{"actionAgreed":{{"owner":"POLICE","dueOn":"2026-09-01","serves":[{{"recommendation":)"
                           R"("recommendation-1","ofCase":"{}"}}]}}}})",
                           again.earlier));
  in_programme(R"({"actionUpdated":{"progress":"COMPLETE","reached":"NOT_KNOWN","evidence":"A survey."}})");
  in_programme(R"({"learningCaptured":{"findings":[{"finding":"Invented.","themes":["information-sharing"]}]}})");
  const auto page = again.found("recommendationMade", {{"recommendationMade.text", handover}});
  CHECK(says(page, "Open: 1 of 2 actions complete. Red: off track."));
  CHECK(says(page, "Ofsted: Rejected on Tuesday 6 January 2026. “It is there.”"));
  CHECK(says(page, "Evidence for Action 1 of programme p26-0001"));
  CHECK(says(page, "href=\"/programmes/p26-0001/entries/"));

  again.practice.day("2026-01-07");
  again.recommend_handover(again.now);
  const auto decision = again.browser.open(again.form("rapidReviewDecided"));
  CHECK(says(decision, "Found 1 time and recommended on 1 time before, in 1 other case and 1 programme."));
  CHECK(says(decision, "Programme p26-0001, Tuesday 6 January 2026"));
  CHECK(says(decision, "Ofsted: Rejected"));
}

TEST_CASE("The form of an action finds earlier recommendations too, and that of a note does not", "[web]") {
  Again again;
  const auto page = again.found("actionAgreed", {{"actionAgreed.what", handover}});
  CHECK(says(page, "Recommendation 1 of case " + again.earlier));
  CHECK_FALSE(says(again.browser.open(again.form("noteAdded")), "Find earlier ones"));
}

TEST_CASE("Who decides on a rapid review sees what was said before", "[web]") {
  Again again;
  CHECK(says(again.browser.open(again.form("rapidReviewDecided")), "there is nothing to compare"));
  again.practice.add(again.now, R"({"recommendationMade":{"text":"Check every address.","themes":["not-in-school"]}})");
  CHECK(says(again.browser.open(again.form("rapidReviewDecided")),
             "was recorded before in another case or programme that you see"));
  again.recommend_handover(again.now);
  const auto page = again.browser.open(again.form("rapidReviewDecided"));
  CHECK(says(page, "Has this been said before?"));
  CHECK(says(page, "Theme: Sharing information in a timely and appropriate way"));
  CHECK(says(page, "Recommended on 1 time before, in 1 other case."));
  CHECK(says(page, "Made 1 time before in all but the same words."));
  CHECK(says(page, "Open: 0 of 1 action complete. Red: off track."));
  CHECK_FALSE(says(page, "Theme: Children who are not in school"));
  CHECK_FALSE(says(again.browser.open(again.form("notificationDecided")), "Has this been said before?"));
}

}  // namespace
}  // namespace review::service_test

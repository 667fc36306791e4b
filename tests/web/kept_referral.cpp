#include <fmt/format.h>

#include <string>

#include "tests/http/chronology_support.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/web/filling.hpp"

/// The new case of an audit's referral is begun, kept for later and gone on with: the referral names it all the same.
namespace review::service_test {
namespace {

using test::Browser;
using test::day_boxes;
using test::fill;

/// An audit that referred one of its cases, and whoever opens a case from that.
struct Referring {
  Practice practice;
  std::string id;
  std::string takes_up;
  Browser browser = Browser::of(practice.daemon, "a-smith", "coordinator");

  Referring() {
    practice.day("2026-01-06");
    id =
        post("/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"One"}})").text("/programme");
    add(R"({"auditDesignSettled":{"template":"multi-agency-case-audit","standards":["consent-clear"],)"
        R"("priorities":[{"id":"neglect","title":"Neglect"}]}})");
    add(R"({"auditCaseSelected":{"auditCase":"heron","priority":"neglect","agencies":["POLICE"]}})");
    takes_up = "?takesUp=" + id + "%2F" +
               add(R"({"auditCaseReferred":{"auditCase":"heron","reasons":"It drifts, invented."}})");
  }
  HttpAnswer post(const std::string& address, const std::string& body) {
    auto answer = practice.coordinator.post(address, body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
    return answer;
  }
  std::string add(const std::string& body) { return post("/v1/programmes/" + id + "/entries", body).text("/entry"); }
  [[nodiscard]] std::string taken_up_by() {
    const auto audit = practice.coordinator.get("/v1/programmes/" + id + "/audit");
    INFO(audit.body);
    REQUIRE(audit.status == 200);
    return audit.text("/referrals/0/takenUpBy");
  }
  /// Where the one form that waits on the first page is gone on with.
  [[nodiscard]] std::string kept_at() {
    const auto home = browser.open("/");
    const auto words = home.body.find(">Continue: ");
    REQUIRE(words != std::string::npos);
    const auto from = home.body.rfind("href=\"", words) + 6;
    return home.body.substr(from, home.body.find('"', from) - from);
  }
  /// Fills in one page of an incident and goes on.
  void go_on(const std::string& address, const test::FormValues& typed) {
    const auto answer = fill(browser, address, browser.open(address), typed, "do", "continue");
    INFO(answer.body);
    REQUIRE(answer.status == 303);
  }
  /// Answers what an incident cannot be logged without, but for the summary, which the referral brought; then logs it.
  /// Which case it became.
  [[nodiscard]] std::string log_incident(const std::string& at) {
    go_on(at + "/when", day_boxes("incidentLogged.incidentOn", "2", "1", "2026"));
    go_on(at + "/known", day_boxes("incidentLogged.localAuthorityAwareOn", "5", "1", "2026"));
    go_on(at + "/harm", {{"incidentLogged.harm", "SERIOUS_HARM"}, {"incidentLogged.abuseOrNeglect", "SUSPECTED"}});
    go_on(at + "/where", {{"incidentLogged.occurredIn", "sandwell"}});
    go_on(at + "/children/1/about",
          {{"incidentLogged.children.0.pseudonym", "Child Rowan"}, {"incidentLogged.children.0.ageYears", "7"}});
    const auto check = browser.open(at + "/check");
    CHECK(says(check, "This case takes up a referral of an audit."));
    CHECK(says(check, "It drifts, invented."));
    const auto done = fill(browser, at + "/check", check, {}, "", "");
    INFO(done.body);
    REQUIRE(done.status == 303);
    const auto to = done.header("Location");
    REQUIRE(to.ends_with("/logged"));
    const auto from = std::string("/cases/").size();
    return to.substr(from, to.size() - from - std::string("/logged").size());
  }
};

const std::string learning_form = "/cases/log/learningReferred";

TEST_CASE("A form that takes up a referral keeps that when it is kept for later", "[web]") {
  Referring referring;
  auto& browser = referring.browser;
  const auto saved = fill(browser, learning_form, browser.open(learning_form + referring.takes_up),
                          {{"learningReferred.referredBy", "police"}}, "do", "later");
  REQUIRE(saved.header("Location") == "/?saved=yes");
  CHECK(referring.taken_up_by().empty());
  auto page = browser.open(referring.kept_at());
  CHECK(says(page, "This case takes up a referral of an audit."));
  CHECK(says(page, "It drifts, invented."));
  // Kept once more, from the form that was taken up again.
  fill(browser, learning_form, page, {{"learningReferred.concern", "It drifts still."}}, "do", "later");
  page = fill(browser, learning_form, browser.open(referring.kept_at()), {}, "do", "continue");
  REQUIRE(page.status == 200);
  const auto recorded = fill(browser, learning_form, page, {}, "do", "record");
  INFO(recorded.body);
  REQUIRE(recorded.status == 303);
  CHECK("/cases/" + referring.taken_up_by() == recorded.header("Location"));
}

TEST_CASE("A form that takes up nothing takes up nothing when it was kept", "[web]") {
  Referring referring;
  auto& browser = referring.browser;
  fill(browser, learning_form, browser.open(learning_form),
       {{"learningReferred.referredBy", "police"}, {"learningReferred.concern", "Another one, invented."}}, "do",
       "later");
  auto page = browser.open(referring.kept_at());
  CHECK_FALSE(says(page, "takes up a referral"));
  page = fill(browser, learning_form, page, {}, "do", "continue");
  REQUIRE(fill(browser, learning_form, page, {}, "do", "record").status == 303);
  CHECK(referring.taken_up_by().empty());
}

TEST_CASE("An incident asked in steps takes up a referral from its first page to the case", "[web]") {
  Referring referring;
  auto& browser = referring.browser;
  const auto choice = browser.open("/cases/log" + referring.takes_up);
  CHECK(says(choice, "href=\"/incident" + referring.takes_up + "\""));
  // Nobody is sent to a form that could not take it up.
  CHECK_FALSE(says(choice, "/cases/log/contributionRequested"));
  const auto start = browser.open("/incident" + referring.takes_up);
  CHECK(says(start, "This case takes up a referral of an audit."));
  CHECK(says(start, "href=\"/cases/log/incidentLogged" + referring.takes_up + "\""));
  const auto begun = fill(browser, "/incident", start, {}, "", "");
  REQUIRE(begun.status == 303);
  const auto at = begun.header("Location");
  CHECK(says(browser.open(at), "This case takes up a referral of an audit."));
  CHECK(says(browser.open(at + "/what"), "It drifts, invented."));
  // Somebody stops after a page, and comes back another day.
  const auto later = fill(browser, at + "/what", browser.open(at + "/what"), {}, "do", "later");
  REQUIRE(later.status == 303);
  REQUIRE(referring.kept_at() == at);
  const auto of_case = referring.log_incident(at);
  CHECK(referring.taken_up_by() == of_case);
  CHECK(browser.open("/incident?takesUp=" + referring.id + "%2Fno-such-entry").status == 404);
  CHECK(browser.open("/incident" + referring.takes_up).status == 404);
}

TEST_CASE("An incident begun on one page for a referral and kept is gone on with in steps, and tied", "[web]") {
  Referring referring;
  auto& browser = referring.browser;
  const std::string whole = "/cases/log/incidentLogged";
  const auto saved = fill(browser, whole, browser.open(whole + referring.takes_up), {}, "do", "later");
  REQUIRE(saved.header("Location") == "/?saved=yes");
  const auto at = referring.kept_at();
  REQUIRE(at.starts_with("/incident/"));
  CHECK(says(browser.open(at), "This case takes up a referral of an audit."));
  const auto of_case = referring.log_incident(at);
  CHECK(referring.taken_up_by() == of_case);
}

TEST_CASE("Who goes on with a kept form is told when its referral has a case by now", "[web]") {
  Referring referring;
  auto& browser = referring.browser;
  fill(browser, learning_form, browser.open(learning_form + referring.takes_up),
       {{"learningReferred.referredBy", "police"}}, "do", "later");
  const auto other = referring.practice.open();
  const auto referral = referring.takes_up.substr(referring.takes_up.find("%2F") + 3);
  referring.add(fmt::format(R"({{"auditReferralTakenUp":{{"referral":"{}","ofCase":"{}"}}}})", referral, other));
  const auto page = browser.open(referring.kept_at());
  CHECK(page.status == 200);
  CHECK(says(page, "It drifts, invented."));
  CHECK_FALSE(says(page, "This case takes up a referral of an audit."));
  CHECK(says(page, "The referral that this was begun from has its case by now"));
}

}  // namespace
}  // namespace review::service_test

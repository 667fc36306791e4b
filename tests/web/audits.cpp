#include <fmt/format.h>

#include <regex>
#include <string>

#include "tests/http/chronology_support.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"

/// An audit of cases in the browser: what it found, and the answers of an agency by a link, without scripts.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

/// An audit of two standards with two cases, one of which asks a school.
struct Auditing {
  Practice practice;
  std::string id;
  std::string request;

  Auditing() {
    post("/v1/agencies", R"({"agency":"east-school","name":"East School"})");
    post("/v1/agencies/east-school/contacts",
         R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@east.example.org"})");
    id =
        post("/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"One"}})").text("/programme");
    add(R"({"auditDesignSettled":{"template":"multi-agency-case-audit","standards":["consent-clear","right-agencies"],)"
        R"("priorities":[{"id":"neglect","title":"Neglect"}]}})");
    request = add(R"({"auditCaseSelected":{"auditCase":"heron","priority":"neglect","dueOn":"2026-02-02",)"
                  R"("agencies":["POLICE","east-school"]}})");
    add(R"({"auditCaseSelected":{"auditCase":"curlew","priority":"neglect","agencies":["POLICE"]}})");
    add(R"({"agencyAuditedCase":{"agency":"POLICE","auditCase":"heron","answers":[)"
        R"({"standard":"consent-clear","result":"NOT_MET","why":"Nobody asked."}]}})");
  }
  HttpAnswer post(const std::string& address, const std::string& body) {
    auto answer = practice.coordinator.post(address, body);
    INFO(answer.body);
    REQUIRE(answer.status == 201);
    return answer;
  }
  std::string add(const std::string& body) { return post("/v1/programmes/" + id + "/entries", body).text("/entry"); }
  [[nodiscard]] std::string code() {
    std::smatch found;
    const auto text = practice.coordinator.get("/v1/practice/mails").text("/mails/0/text");
    REQUIRE(std::regex_search(text, found, std::regex("Your code is ([0-9]{6})")));
    return found[1];
  }
  /// The path of a link for the school's part, with a browser that came in by it.
  std::string come_in(Browser& browser) {
    const auto made =
        post("/v1/programmes/" + id + "/returnLinks",
             fmt::format(R"({{"request":"{}","agency":"east-school","contact":"b-jones","expiresOn":"2026-02-28"}})",
                         request));
    const auto address = made.text("/address");
    const auto link = address.substr(address.find("/return/"));
    REQUIRE(browser.open(link).status == 200);
    REQUIRE(browser.send(link, {}).status == 303);
    const auto in = browser.send(link + "/code", {{"code", code()}});
    REQUIRE(in.status == 303);
    CHECK(in.header("Location") == link + "/audits");
    return link;
  }
  [[nodiscard]] HttpAnswer found() { return practice.coordinator.get("/v1/programmes/" + id + "/audit"); }
};

TEST_CASE("The page of an audit shows each figure with what it is of, and opens to the returns behind it", "[web]") {
  Auditing auditing;
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/programmes/" + auditing.id), "/programmes/" + auditing.id + "/audit"));
  const auto page = browser.open("/programmes/" + auditing.id + "/audit");
  CHECK(page.status == 200);
  for (const auto* words :
       {"0 of 1 (0%); 1 not answered by all yet", "7. The practitioner knows when to ask for consent, and how",
        "East School", "Who has not answered", "Monday 2 February 2026", "Not answered yet", ">Agency</th>",
        ">Standard</th>", ">Priority</th>"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK_FALSE(says(page, ">What</th>"));
  const auto behind = "/programmes/" + auditing.id + "/audit/returns?standard=consent-clear";
  CHECK(says(page, behind));
  const auto returns = browser.open(behind);
  CHECK(returns.status == 200);
  CHECK(says(returns, "Nobody asked."));
  CHECK(says(browser.open(behind + "&agency=east-school"), "Nobody has answered this yet."));
  CHECK(says(browser.open("/programmes/" + auditing.id + "/audit.csv"), "STANDARD,consent-clear"));
  const auto all = browser.open("/programmes/" + auditing.id + "/add");
  CHECK(says(all, "Select a case for the audit"));
}

TEST_CASE("What an agency sent by mail is typed in standard by standard, and counts as its return", "[web]") {
  Auditing auditing;
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  const auto audit = "/programmes/" + auditing.id + "/audit";
  const auto at = audit + "/answer?agency=east-school&amp;auditCase=heron";
  CHECK(says(browser.open(audit), at));
  const auto list = browser.open(audit + "/answer");
  CHECK(list.status == 200);
  CHECK(says(list, at));
  CHECK_FALSE(says(list, "agency=east-school&amp;auditCase=curlew"));
  const auto form = browser.open(audit + "/answer?agency=east-school&auditCase=heron");
  CHECK(form.status == 200);
  CHECK(says(form, "result-consent-clear"));
  CHECK(says(form, "result-right-agencies"));
  FormValues typed{{"agency", "east-school"},
                   {"auditCase", "heron"},
                   {"result-consent-clear", "NOT_MET"},
                   {"result-right-agencies", "MET"}};
  const auto refused = browser.send(audit + "/answer", typed);
  CHECK(refused.status != 303);
  CHECK(says(refused, "href=\"#why-consent-clear\""));
  typed.emplace_back("why-consent-clear", "The form has no place for it.");
  CHECK(browser.send(audit + "/answer", typed).status == 303);
  CHECK(says(auditing.found(), "The form has no place for it."));
  // It stands in the form of whoever opens it again.
  CHECK(says(browser.open(audit + "/answer?agency=east-school&auditCase=heron"), "The form has no place for it."));
  // Nobody is asked of a case that does not ask them.
  typed[1].second = "curlew";
  CHECK(browser.send(audit + "/answer", typed).status == 400);
  auto reader = Browser::of(auditing.practice.daemon, "a-reader", "reader");
  CHECK(reader.open(audit + "/answer").status == 403);
  CHECK_FALSE(says(reader.open(audit), "/audit/answer"));
}

TEST_CASE("The form of an agency has the standards of each case that asks it, and nobody else's cases", "[web]") {
  Auditing auditing;
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  const auto audit = "/programmes/" + auditing.id + "/audit";
  CHECK(says(browser.open(audit), audit + "/forms.odt?agency=east-school"));
  const auto of_school = browser.open(audit + "/forms.odt?agency=east-school");
  REQUIRE(of_school.status == 200);
  const auto words = words_of_text(of_school.body);
  for (const auto* said : {"East School", "Case heron", "2 February 2026", "knows when to ask for consent",
                           "Why, or what shows it", "What went well?", "Met, Exceeded"}) {
    INFO(said);
    CHECK(says(words, said));
  }
  CHECK_FALSE(says(words, "curlew"));
  CHECK_FALSE(says(words, "Police"));
  const auto of_all = words_of_text(browser.open(audit + "/forms.odt").body);
  CHECK(says(of_all, "curlew"));
  CHECK(says(of_all, "Police"));
  CHECK(auditing.practice.coordinator.get("/v1/programmes/" + auditing.id + "/audit/forms:odt?agency=nobody").status ==
        404);
}

TEST_CASE("The improvement plan of an agency says what is to be done, and when it was done", "[web]") {
  Auditing auditing;
  auditing.add(R"({"actionAgreed":{"action":"rehearse","owner":"east-school","kind":"SINGLE_AGENCY",)"
               R"("dueOn":"2026-03-02","what":"Every lead <rehearses> a referral."}})");
  auditing.add(R"({"actionAgreed":{"owner":"POLICE","kind":"SINGLE_AGENCY","dueOn":"2026-03-03",)"
               R"("what":"Officers carry the guidance."}})");
  auditing.practice.day("2026-02-10");
  auditing.add(R"({"actionUpdated":{"action":"rehearse","progress":"COMPLETE","reached":"DONE",)"
               R"("evidence":"Invented."}})");
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/programmes/" + auditing.id + "/audit");
  INFO(page.body);
  for (const auto* words :
       {"What is to be done", "Every lead &lt;rehearses&gt; a referral.", "Completed on", "Tuesday 10 February 2026",
        "Officers carry the guidance.", "Nothing said yet", "Not yet"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK_FALSE(says(page, ">Rehearse<"));
}

TEST_CASE("An auditor answers by a link and a code, keeps a part and sends the rest", "[web]") {
  Auditing auditing;
  Browser browser(auditing.practice.daemon);
  const auto link = auditing.come_in(browser);
  const auto mails = auditing.practice.coordinator.get("/v1/practice/mails");
  CHECK(says(mails, "Monday 2 February 2026"));
  CHECK_FALSE(says(mails, "heron"));
  const auto list = browser.open(link + "/audits");
  CHECK(says(list, "heron"));
  CHECK(says(list, "Not begun"));
  CHECK_FALSE(says(list, "curlew"));
  CHECK(browser.open(link + "/audits/curlew").status == 303);
  const auto at = link + "/audits/heron";
  const auto form = browser.open(at);
  CHECK(says(form, "Every agency that should be working with the child is"));
  CHECK_FALSE(says(form, "Nobody asked."));
  CHECK(browser.send(at, {{"result-right-agencies", "MET"}, {"strengths", "Kept in touch."}, {"do", "later"}}).status ==
        303);
  CHECK(says(browser.open(link + "/audits"), "Kept, and not sent"));
  CHECK(says(browser.open(at), "Kept in touch."));
  CHECK(texts(auditing.found(), "returns", "entry").size() == 1);
  const auto wrong = browser.send(at, {{"result-right-agencies", "MET"},
                                       {"result-consent-clear", "NOT_MET"},
                                       {"strengths", "Kept in touch."},
                                       {"do", "send"}});
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "Say why the standard was not met."));
  CHECK(says(wrong, "href=\"#why-consent-clear\""));
  CHECK(browser
            .send(at, {{"result-right-agencies", "MET"},
                       {"result-consent-clear", "NOT_MET"},
                       {"why-consent-clear", "Nobody knew how."},
                       {"auditor", "Designated lead"},
                       {"do", "send"}})
            .status == 303);
  CHECK(says(browser.open(link + "/audits"), "Sent"));
  const auto found = auditing.found();
  CHECK(found.text("/returns/1/said/agency") == "east-school");
  CHECK(found.text("/returns/1/said/answers/1/why") == "Nobody knew how.");
  CHECK(found.text("/returns/1/by") == "people/b-jones");
}

TEST_CASE("An agency that was not involved says so, and nothing else", "[web]") {
  Auditing auditing;
  Browser browser(auditing.practice.daemon);
  const auto link = auditing.come_in(browser);
  CHECK(browser.open(link + "/audits/heron").status == 200);
  CHECK(browser
            .send(link + "/audits/heron",
                  {{"involvement", "NOT_INVOLVED"}, {"result-right-agencies", "MET"}, {"do", "send"}})
            .status == 303);
  const auto found = auditing.found();
  CHECK(found.text("/returns/1/said/involvement") == "NOT_INVOLVED");
  CHECK_FALSE(found.json().at("returns").at(1).at("said").as_object().contains("answers"));
  CHECK(texts(found, "outstanding", "agency") == std::vector<std::string>{"POLICE", "POLICE"});
}

TEST_CASE("A coordinator sends a link for the audit from its page", "[web]") {
  Auditing auditing;
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  const auto at = "/programmes/" + auditing.id + "/audit-link";
  CHECK(says(browser.open(at), "B Jones, East School"));
  CHECK(browser.send(at, {{"contact", ""}}).status == 400);
  CHECK(says(browser.send(at, {{"contact", "b-jones"}}), "The mail is on its way."));
  auto reader = Browser::of(auditing.practice.daemon, "r-eader", "reader");
  CHECK(reader.open(at).status == 403);
}

TEST_CASE("A case is opened from a referral, with what was said there, and the referral names it", "[web]") {
  Auditing auditing;
  const auto referral = auditing.add(R"({"auditCaseReferred":{"auditCase":"heron","reasons":"It drifts, invented."}})");
  auto browser = Browser::of(auditing.practice.daemon, "a-smith", "coordinator");
  const auto audit = "/programmes/" + auditing.id + "/audit";
  const auto start = "/cases/log?takesUp=" + auditing.id + "%2F" + referral;
  const auto page = browser.open(audit);
  INFO(page.body);
  CHECK(says(page, "href=\"" + start + "\">Open a case from this referral"));
  const auto form = "/cases/log/learningReferred?takesUp=" + auditing.id + "%2F" + referral;
  CHECK(says(browser.open(start), "href=\"" + form + "\""));
  CHECK(says(browser.open("/cases/log/incidentLogged?takesUp=" + auditing.id + "%2F" + referral),
             "It drifts, invented."));
  CHECK(browser.open("/cases/log/learningReferred?takesUp=" + auditing.id + "%2Fno-such-entry").status == 404);
  const auto filled = browser.open(form);
  CHECK(says(filled, "It drifts, invented."));
  CHECK(says(filled, "This case takes up a referral of an audit."));
  std::smatch key;
  const std::regex with_key("name=\"key\" value=\"([^\"]+)\"");
  REQUIRE(std::regex_search(filled.body, key, with_key));
  FormValues sent{{"key", key[1].str()},
                  {"takesUp", auditing.id + "/" + referral},
                  {"learningReferred.referredBy", "police"},
                  {"learningReferred.concern", "It drifts, invented."},
                  {"do", "continue"}};
  CHECK(says(browser.send("/cases/log/learningReferred", sent), "value=\"" + auditing.id + "/" + referral + "\""));
  sent.back().second = "record";
  const auto recorded = browser.send("/cases/log/learningReferred", sent);
  INFO(recorded.body);
  REQUIRE(recorded.status == 303);
  const auto of_case = recorded.header("Location").substr(std::string("/cases/").size());
  const auto told = browser.open(audit);
  CHECK(says(told, "Case " + of_case));
  CHECK_FALSE(says(told, "Open a case from this referral"));
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>

#include <regex>
#include <string>

#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/overlay_folder.hpp"

/// An agency answers by a link, without an account, what it is asked about its duty, and whether learning was
/// understood.
namespace review::service_test {
namespace {

using test::Browser;

/// A practice store with a school, its contact, and a programme.
struct LinkOffice {
  Practice practice;
  std::string id;

  explicit LinkOffice(const std::string& sort, const DaemonWish& wish = {}) : practice(wish) {
    post("/v1/agencies", R"({"agency":"east-school","name":"East School"})", 201);
    post("/v1/agencies/east-school/contacts",
         R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@east.example.org"})", 201);
    id = post("/v1/programmes", fmt::format(R"({{"programmeOpened":{{"sort":"{}","title":"One"}}}})", sort), 201)
             .text("/programme");
  }
  HttpAnswer post(const std::string& address, const std::string& body, int status) {
    auto answer = practice.coordinator.post(address, body);
    INFO(answer.body);
    REQUIRE(answer.status == status);
    return answer;
  }
  std::string add(const std::string& body) {
    return post("/v1/programmes/" + id + "/entries", body, 201).text("/entry");
  }
  [[nodiscard]] std::string links() const { return "/v1/programmes/" + id + "/returnLinks"; }
  [[nodiscard]] static std::string wish(const std::string& request) {
    return fmt::format(R"({{"request":"{}","agency":"east-school","contact":"b-jones","expiresOn":"2026-02-28"}})",
                       request);
  }
  [[nodiscard]] std::string code() {
    std::smatch found;
    const auto text = practice.coordinator.get("/v1/practice/mails").text("/mails/0/text");
    REQUIRE(std::regex_search(text, found, std::regex("Your code is ([0-9]{6})")));
    return found[1];
  }
  /// The path of a link for the request, with a browser that came in by it.
  std::string come_in(Browser& browser, const std::string& request, const std::string& path) {
    const auto address = post(links(), wish(request), 201).text("/address");
    const auto link = address.substr(address.find("/return/"));
    REQUIRE(browser.open(link).status == 200);
    REQUIRE(browser.send(link, {}).status == 303);
    const auto in = browser.send(link + "/code", {{"code", code()}});
    REQUIRE(in.status == 303);
    CHECK(in.header("Location") == link + path);
    return link;
  }
};

std::string asked(const std::string& what, const std::string& agencies) {
  return fmt::format(R"({{"assuranceAsked":{{"what":"{}","agencies":[{}],"dueOn":"2026-02-27"}}}})", what, agencies);
}

TEST_CASE("An agency answers about its duty by a link, in part and then in whole", "[web]") {
  LinkOffice office("SECTION_11");
  const auto request = office.add(asked("The audit & its plan", R"("east-school","police")"));
  office.add(asked("Beats", R"("police")"));
  Browser browser(office.practice.daemon);
  const auto link = office.come_in(browser, request, "/assurance");
  const auto mails = office.practice.coordinator.get("/v1/practice/mails");
  CHECK(says(mails, "Friday 27 February 2026"));
  CHECK_FALSE(says(mails, "The audit"));
  const auto list = browser.open(link + "/assurance");
  CHECK(list.status == 200);
  for (const auto* words : {"East School", "The audit &amp; its plan", "Not answered yet", "Friday 27 February 2026"}) {
    INFO(words);
    CHECK(says(list, words));
  }
  CHECK_FALSE(says(list, "Beats"));
  // A link for assurance asks for nothing else.
  for (const auto* path : {"/tasks", "/actions", "/audits", "/products"}) {
    INFO(path);
    CHECK(browser.open(link + path).status == 303);
  }
  const auto at = link + "/assurance/" + request;
  CHECK(browser.open(at).status == 200);
  CHECK(browser.send(at, {{"summary", "Supervision is in place."}, {"do", "later"}}).status == 303);
  CHECK(says(browser.open(link + "/assurance"), "Kept, and not sent"));
  CHECK(says(browser.open(at), "Supervision is in place."));
  const auto wrong = browser.send(at, {{"summary", "Supervision is in place."}, {"do", "send"}});
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "href=\"#completeness\""));
  const auto assurance = "/v1/programmes/" + office.id + "/assurance";
  CHECK(office.practice.coordinator.get(assurance).json().at("counts").at("returned").as_int64() == 0);
  CHECK(browser
            .send(at, {{"summary", "Supervision is in place."},
                       {"ownGrade", "MOSTLY_MET"},
                       {"completeness", "PARTIAL"},
                       {"do", "send"}})
            .status == 303);
  CHECK(says(browser.open(link + "/assurance"), "Sent in part"));
  CHECK(office.practice.coordinator.get(assurance).json().at("counts").at("returned").as_int64() == 0);
  CHECK(says(browser.open(at), "Supervision is in place."));
  CHECK(browser.send(at, {{"summary", "All of it."}, {"completeness", "FULL"}, {"do", "send"}}).status == 303);
  const auto after = browser.open(link + "/assurance");
  CHECK(says(after, "We have what you sent"));
  CHECK_FALSE(says(after, "Sent in part"));
  CHECK(office.practice.coordinator.get(assurance).json().at("counts").at("returned").as_int64() == 1);
  const auto use = office.practice.coordinator.get(office.links());
  const auto entry = office.practice.coordinator.get("/v1/programmes/" + office.id + "/entries/" +
                                                     use.text("/returnLinks/0/received"));
  CHECK(entry.text("/recordedBy") == "people/b-jones");
  CHECK(entry.text("/onBehalfOf") == "agencies/east-school");
  CHECK(entry.text("/assuranceReturned/summary") == "All of it.");
}

TEST_CASE("What is no longer asked of an agency is asked by no link, and is reminded of by none", "[web]") {
  LinkOffice office("SECTION_11");
  const auto request = office.add(asked("The audit", R"("east-school")"));
  Browser browser(office.practice.daemon);
  const auto link = office.come_in(browser, request, "/assurance");
  const auto remind =
      office.links() + "/" + office.practice.coordinator.get(office.links()).text("/returnLinks/0/link") + ":remind";
  office.post(remind, "", 200);
  CHECK(says(office.practice.coordinator.get(office.links()), "REMINDED"));
  office.add(R"({"assuranceWaived":{"agency":"east-school","reasons":"It answers elsewhere."}})");
  CHECK(browser.open(link + "/assurance").status == 303);
  office.post(remind, "", 409);
  office.post(office.links(), LinkOffice::wish(request), 409);
}

TEST_CASE("A coordinator sends a link from the page of assurance to who still owes an answer", "[web]") {
  LinkOffice office("SECTION_11");
  office.add(asked("The audit", R"("east-school")"));
  auto browser = Browser::of(office.practice.daemon, "a-smith", "coordinator");
  const auto at = "/programmes/" + office.id + "/assurance-link";
  CHECK(says(browser.open("/programmes/" + office.id + "/assurance"), at));
  CHECK(says(browser.open(at), "B Jones, East School"));
  CHECK(browser.send(at, {{"contact", "somebody-else"}}).status == 400);
  CHECK(says(browser.send(at, {{"contact", "b-jones"}}), "/return/rvw_"));
  auto reader = Browser::of(office.practice.daemon, "a-reader", "reader");
  CHECK(reader.open(at).status == 403);
  CHECK_FALSE(says(reader.open("/programmes/" + office.id + "/assurance"), at));
  office.add(R"({"assuranceReturned":{"agency":"east-school"}})");
  CHECK_FALSE(says(browser.open(at), "B Jones"));
}

/// A programme with a product that went to the school, and one that did not.
struct Learned : LinkOffice {
  std::string shared;

  explicit Learned(const DaemonWish& wish = {}) : LinkOffice("MULTI_AGENCY_AUDIT", wish) {
    product("handovers", "Write <handovers> down");
    shared =
        add(R"({"productShared":{"product":"handovers","with":["east-school","POLICE"],"how":"MAIL","confirm":true,)"
            R"("confirmBy":"2026-02-02"}})");
    product("beats", "Know the beat");
    add(R"({"productShared":{"product":"beats","with":["POLICE"],"how":"MAIL"}})");
  }
  void product(const std::string& name, const std::string& title) {
    add(fmt::format(R"({{"productDrafted":{{"product":"{}","sort":"NEWSLETTER_ITEM","title":"{}",)"
                    R"("sections":[{{"section":"what-to-do","text":"Write it down."}}]}}}})",
                    name, title));
    add(fmt::format(R"({{"productChecked":{{"product":"{}"}}}})", name));
  }
  /// Records a decision on the newest version of the programme.
  void decide(const std::string& person, const std::string& body) {
    auto by = somebody(practice, person, "coordinator");
    const auto newest = by.get("/v1/programmes/" + id).header("ETag");
    const auto answer = by.post("/v1/programmes/" + id + "/entries", body, {{"If-Match", newest}});
    INFO(answer.body);
    REQUIRE(answer.status == 201);
  }
  [[nodiscard]] std::string state(const std::string& agency) {
    return practice.coordinator.get("/v1/programmes/" + id + "/clocks/product-confirmation:" + agency + ":handovers")
        .text("/state");
  }
};

TEST_CASE("An agency confirms by a link that a product was understood, and its clock stops", "[web]") {
  Learned learned;
  Browser browser(learned.practice.daemon);
  const auto link = learned.come_in(browser, learned.shared, "/products");
  const auto mails = learned.practice.coordinator.get("/v1/practice/mails");
  CHECK(says(mails, "Monday 2 February 2026"));
  CHECK_FALSE(says(mails, "handovers"));
  CHECK(learned.state("east-school") == "RUNNING");
  const auto list = browser.open(link + "/products");
  CHECK(says(list, "Write &lt;handovers&gt; down"));
  CHECK(says(list, "Not answered yet"));
  CHECK_FALSE(says(list, "Know the beat"));
  CHECK(browser.open(link + "/products/beats").status == 303);
  const auto at = link + "/products/handovers";
  CHECK(browser.open(at).status == 200);
  CHECK(says(browser.send(at, {{"reached", "many"}}), "href=\"#reached\""));
  CHECK(browser.send(at, {}).status == 400);
  const auto too_many = browser.send(at, {{"reached", "20"}, {"read", "21"}});
  CHECK(too_many.status == 400);
  CHECK(says(too_many, "href=\"#read\""));
  CHECK(browser.send(at, {{"reached", "20"}}).status == 303);
  CHECK(says(browser.open(link + "/products"), "Answered, and not confirmed"));
  CHECK(learned.state("east-school") == "RUNNING");
  CHECK(browser.send(at, {{"reached", "20"}, {"answered", "9"}, {"changes", "Each class keeps a book."}}).status ==
        303);
  CHECK(says(browser.open(link + "/products"), "Confirmed"));
  CHECK(says(browser.open(at), "Each class keeps a book."));
  CHECK(learned.state("east-school") == "MET");
  CHECK(learned.state("police") == "RUNNING");
  const auto found = learned.practice.coordinator.get("/v1/programmes/" + learned.id + "/products/handovers");
  CHECK(found.text("/agencies/0/changes") == "Each class keeps a book.");
}

TEST_CASE("The words of a new draft are not told by a link until they are shared", "[web]") {
  Learned learned;
  Browser browser(learned.practice.daemon);
  const auto link = learned.come_in(browser, learned.shared, "/products");
  learned.product("handovers", "A mulberry draft");
  const auto list = browser.open(link + "/products");
  CHECK_FALSE(says(list, "mulberry"));
  CHECK(says(list, "Newsletter item of"));
  learned.add(R"({"productShared":{"product":"handovers","with":["east-school"],"how":"MAIL"}})");
  CHECK(says(browser.open(link + "/products"), "mulberry"));
}

TEST_CASE("A coordinator sends a link from the page of a product to who was given it", "[web]") {
  Learned learned;
  auto browser = Browser::of(learned.practice.daemon, "a-smith", "coordinator");
  const auto product = "/programmes/" + learned.id + "/products/handovers";
  CHECK(says(browser.open(product), product + "/link"));
  CHECK(says(browser.open(product + "/link"), "B Jones, East School"));
  CHECK_FALSE(says(browser.open("/programmes/" + learned.id + "/products/beats/link"), "B Jones"));
  CHECK(says(browser.send(product + "/link", {{"contact", "b-jones"}}), "/return/rvw_"));
  CHECK(Browser::of(learned.practice.daemon, "a-reader", "reader").open(product + "/link").status == 403);
  learned.add(R"({"productReceived":{"product":"handovers","agency":"east-school","answered":2}})");
  CHECK_FALSE(says(browser.open(product + "/link"), "B Jones"));
}

const std::string no_report_yet = R"({"embargoPlaced":{"reason":"A trial is to come.","reviewOn":"2026-07-01"}})";

TEST_CASE("A link stays open while an embargo keeps back the report, and learning is confirmed by it", "[web]") {
  Learned learned;
  Browser browser(learned.practice.daemon);
  const auto link = learned.come_in(browser, learned.shared, "/products");
  const auto at = link + "/products/handovers";
  learned.decide("coordinator-1", no_report_yet);
  CHECK(says(browser.open(link + "/products"), "Write &lt;handovers&gt; down"));
  CHECK(says(browser.open(at), "Write &lt;handovers&gt; down"));
  const auto made = learned.practice.coordinator.get(learned.links()).text("/returnLinks/0/link");
  learned.post(learned.links() + "/" + made + ":remind", "", 200);
  CHECK(browser.send(at, {{"reached", "20"}, {"answered", "9"}}).status == 303);
  CHECK(learned.state("east-school") == "MET");
}

TEST_CASE("Where a partnership holds products with a report, a link tells nothing of one until the embargo is lifted",
          "[web]") {
  const test::OverlayFolder rules("held-learning-style");
  Learned learned(DaemonWish{true, rules.arguments()});
  Browser browser(learned.practice.daemon);
  const auto link = learned.come_in(browser, learned.shared, "/products");
  const auto at = link + "/products/handovers";
  REQUIRE(says(browser.open(at), "Write &lt;handovers&gt; down"));
  learned.decide("coordinator-1", no_report_yet);
  for (const auto& path : {link, link + "/products", at}) {
    INFO(path);
    CHECK_FALSE(says(browser.open(path), "handovers"));
  }
  CHECK(browser.open(at).status == 303);
  CHECK(browser.send(at, {{"reached", "20"}, {"answered", "9"}}).status == 303);
  CHECK(learned.state("east-school") == "RUNNING");
  learned.post(learned.links(), LinkOffice::wish(learned.shared), 409);
  const auto made = learned.practice.coordinator.get(learned.links()).text("/returnLinks/0/link");
  learned.post(learned.links() + "/" + made + ":remind", "", 409);
  learned.decide("coordinator-1", R"({"embargoLiftProposed":{"evidence":"The verdict."}})");
  learned.decide("coordinator-2", R"({"embargoLifted":{"evidence":"The verdict."}})");
  CHECK(says(browser.open(at), "Write &lt;handovers&gt; down"));
}

}  // namespace
}  // namespace review::service_test

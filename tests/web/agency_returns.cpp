#include <fmt/format.h>

#include <algorithm>
#include <regex>
#include <string_view>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// An agency answers by a link: over HTTP, without scripts, in a practice store whose mails can be read.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

const std::string name = "agencyReturnReceived.";

FormValues answers(const std::vector<std::pair<std::string, std::string>>& given, const std::string& act = "continue") {
  FormValues values{{"do", act}};
  for (const auto& [field, value] : given) values.emplace_back(name + field, value);
  return values;
}

/// A notified case, and an agency with a contact.
struct ReturnAsking {
  Practice practice;
  std::string id = practice.notified_case();

  ReturnAsking() {
    post("/v1/agencies", R"({"agency":"east-school","name":"East School","closedDays":["2026-01-09"]})", 201);
    post("/v1/agencies/east-school/contacts",
         R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@east.example.org"})", 201);
  }
  HttpAnswer post(const std::string& address, const std::string& body, int status) {
    auto answer = practice.coordinator.post(address, body);
    INFO(answer.body);
    REQUIRE(answer.status == status);
    return answer;
  }
  /// Asks for a return, and gives the path of the link.
  std::string link(const std::string& type = "SUMMARY") {
    const auto asked = post("/v1/cases/" + id + "/returnRequests",
                            fmt::format(R"({{"agencies":["east-school"],"type":"{}"}})", type), 201);
    const auto address = asked.text("/returnLinks/0/address");
    return address.substr(address.find("/return/"));
  }
  [[nodiscard]] std::string mail(int which, const std::string& field) {
    return practice.coordinator.get("/v1/practice/mails").text(fmt::format("/mails/{}/{}", which, field));
  }
  /// Mails with a code; reminders go out beside them.
  [[nodiscard]] std::size_t code_mails() {
    const auto answer = practice.coordinator.get("/v1/practice/mails").json();
    const auto& all = answer.at("mails").as_array();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& mail) {
      return std::string_view(mail.at("text").as_string()).find("Your code is") != std::string_view::npos;
    }));
  }
  [[nodiscard]] std::string code() {
    std::smatch found;
    const auto text = mail(0, "text");
    REQUIRE(std::regex_search(text, found, std::regex("Your code is ([0-9]{6})")));
    return found[1];
  }
  void come_in(Browser& browser, const std::string& link) {
    REQUIRE(browser.open(link).status == 200);
    REQUIRE(browser.send(link, {}).status == 303);
    const auto in = browser.send(link + "/code", {{"code", code()}});
    REQUIRE(in.status == 303);
    REQUIRE(browser.open(in.header("Location")).status == 200);
    REQUIRE(browser.open(link + "/you").status == 200);
  }
  [[nodiscard]] std::string state() {
    return practice.coordinator.get("/v1/cases/" + id + "/returnLinks").text("/returnLinks/0/state");
  }
  [[nodiscard]] boost::json::object last_entry() {
    const auto all = practice.coordinator.get("/v1/cases/" + id + "/entries?pageSize=200").json();
    return all.at("entries").as_array().back().as_object();
  }
};

TEST_CASE("An agency answers by a link and a code, step by step, and gets a receipt", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link();
  CHECK(asking.state() == "NOT_OPENED");
  Browser browser(asking.practice.daemon);
  const auto door = browser.open(link);
  CHECK(door.body.find("You have been asked for information") != std::string::npos);
  CHECK(door.body.find("Child A") == std::string::npos);
  CHECK(door.body.find(asking.id) == std::string::npos);
  CHECK(asking.state() == "OPENED");
  asking.come_in(browser, link);
  const auto tasks = browser.open(link + "/tasks");
  CHECK(tasks.body.find("Child A") != std::string::npos);
  CHECK(tasks.body.find("East School") != std::string::npos);
  CHECK(tasks.body.find("on which your agency is closed") != std::string::npos);

  const auto unanswered = browser.send(link + "/you", answers({{"author", "B Jones, head"}}));
  CHECK(unanswered.status == 400);
  CHECK(unanswered.body.find("<title>Error: Who you are") != std::string::npos);
  CHECK(unanswered.body.find("href=\"#agencyReturnReceived-involvement\"") != std::string::npos);
  auto next = browser.send(link + "/you", answers({{"author", "B Jones, head"}, {"involvement", "INVOLVED"}}));
  CHECK(next.header("Location") == link + "/risk");
  next = browser.send(link + "/risk", answers({{"currentRisk", "NO"}}));
  CHECK(next.header("Location") == link + "/contact");
  CHECK(browser.send(link + "/contact", answers({{"knownFrom.month", "13"}, {"knownFrom.year", "2024"}})).status ==
        400);
  next = browser.send(link + "/contact", answers({{"knownFrom.month", "9"}, {"knownFrom.year", "2024"}}));
  CHECK(next.header("Location") == link + "/summary");
  CHECK(asking.state() == "STARTED");
  next = browser.send(link + "/summary", answers({{"summary", "Invented: we met <weekly>."}}));
  CHECK(next.status == 303);
  const auto check = browser.open(link + "/check");
  CHECK(check.body.find("September 2024") != std::string::npos);
  CHECK(check.body.find("we met &lt;weekly&gt;") != std::string::npos);
  CHECK(browser.send(link + "/send", {}).status == 400);
  const auto sent = browser.send(link + "/send", {{"completeness", "FULL"}});
  INFO(sent.body);
  REQUIRE(sent.status == 303);
  const auto receipt = browser.open(sent.header("Location"));
  CHECK(receipt.body.find("We have your answer") != std::string::npos);
  CHECK(asking.state() == "SENT");
  CHECK(asking.mail(0, "subject").starts_with("We have your answer"));

  const auto entry = asking.last_entry();
  CHECK(entry.at("recordedBy").as_string() == "people/b-jones");
  CHECK(entry.at("onBehalfOf").as_string() == "agencies/east-school");
  const auto& received = entry.at("agencyReturnReceived").as_object();
  CHECK(received.at("completeness").as_string() == "FULL");
  CHECK(received.at("summary").as_string() == "Invented: we met <weekly>.");
  CHECK(received.at("knownFrom").as_string() == "2024-09");
  CHECK(browser.open(link + "/tasks").status == 303);
}

TEST_CASE("No mail about a return names a child, a case or a concern", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link();
  Browser browser(asking.practice.daemon);
  asking.come_in(browser, link);
  browser.send(link + "/risk", answers({{"currentRisk", "YES"}}));
  browser.open(link + "/told");
  browser.send(link + "/told", answers({{"risk", "Invented: a brother is at home alone."}}));
  const auto mails = asking.practice.coordinator.get("/v1/practice/mails").body;
  for (const std::string& word : {std::string("Child A"), asking.id, std::string("brother"), std::string("East School"),
                                  std::string("B Jones")}) {
    INFO(word);
    CHECK(mails.find(word) == std::string::npos);
  }
}

TEST_CASE("A link that is unknown, run out or taken back looks like one that is live", "[web]") {
  ReturnAsking asking;
  const auto live = asking.link();
  const auto taken = asking.link();
  const auto list = asking.practice.coordinator.get("/v1/cases/" + asking.id + "/returnLinks");
  asking.post("/v1/cases/" + asking.id + "/returnLinks/" + list.text("/returnLinks/1/link") + ":revoke", "", 200);
  Browser browser(asking.practice.daemon);
  const auto same = [&](const HttpAnswer& one, const std::string& one_link, const HttpAnswer& other,
                        const std::string& other_link) {
    CHECK(one.status == other.status);
    CHECK(std::regex_replace(one.body, std::regex(one_link), "L") ==
          std::regex_replace(other.body, std::regex(other_link), "L"));
    CHECK(one.header("Set-Cookie") == other.header("Set-Cookie"));
  };
  auto unknown = live;
  unknown[30] = unknown[30] == 'a' ? 'b' : 'a';
  for (const auto& other : {taken, unknown}) {
    same(browser.open(live), live, browser.open(other), other);
    same(browser.send(live, {}), live, browser.send(other, {}), other);
    same(browser.open(live + "/code"), live, browser.open(other + "/code"), other);
    same(browser.send(live + "/code", {{"code", "nonsense"}}), live,
         browser.send(other + "/code", {{"code", "nonsense"}}), other);
    same(browser.open(live + "/tasks"), live, browser.open(other + "/tasks"), other);
  }
  const auto late = asking.link();
  const auto before = asking.code_mails();
  asking.practice.day("2026-06-01");
  same(browser.open(live), live, browser.open(late), late);
  same(browser.send(live, {}), live, browser.send(late, {}), late);
  CHECK(before > 0);
  CHECK(asking.code_mails() == before);
}

TEST_CASE("Whoever is forwarded a link gets no further without the mailbox", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link();
  Browser contact(asking.practice.daemon);
  asking.come_in(contact, link);
  Browser stranger(asking.practice.daemon);
  stranger.open(link);
  for (const auto* page : {"/tasks", "/you", "/check", "/receipt", "/kept"}) {
    const auto answer = stranger.open(link + page);
    CHECK(answer.status == 303);
    CHECK(answer.header("Location") == link);
  }
  stranger.send(link + "/you", answers({{"author", "Nobody"}, {"involvement", "NOT_INVOLVED"}}));
  CHECK(stranger.send(link + "/send", {{"completeness", "FULL"}}).header("Location") == link);
  // The code is sent to the contact's mailbox alone, and not twice within a minute.
  CHECK(asking.mail(0, "to") == "b.jones@east.example.org");
  for (int i = 0; i < 6; ++i) CHECK(stranger.send(link + "/code", {{"code", "000000"}}).status == 400);
  const auto uses = asking.practice.coordinator.get("/v1/cases/" + asking.id + "/returnLinks").body;
  CHECK(uses.find("CODE_WRONG") != std::string::npos);
  CHECK(uses.find("CAME_IN") != std::string::npos);
}

TEST_CASE("An agency that was not involved says so in two steps", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link("CHRONOLOGY");
  Browser browser(asking.practice.daemon);
  asking.come_in(browser, link);
  CHECK(browser.open(link + "/nothing").status == 200);
  const auto said =
      browser.send(link + "/nothing", answers({{"author", "B Jones, head"}, {"currentRisk", "NOT_KNOWN"}}));
  CHECK(said.header("Location") == link + "/check");
  browser.open(link + "/check");
  const auto sent = browser.send(link + "/send", {});
  INFO(sent.body);
  CHECK(sent.header("Location") == link + "/receipt");
  const auto received = asking.last_entry().at("agencyReturnReceived").as_object();
  CHECK(received.at("involvement").as_string() == "NOT_INVOLVED");
  CHECK(received.at("completeness").as_string() == "FULL");
}

TEST_CASE("A first part leaves the link open, and what was typed waits there for the next visit", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link("CHRONOLOGY");
  Browser browser(asking.practice.daemon);
  asking.come_in(browser, link);
  browser.send(link + "/you", answers({{"author", "B Jones"}, {"involvement", "INVOLVED"}}));
  browser.send(link + "/risk", answers({{"currentRisk", "NO"}}));
  const auto more = browser.send(link + "/chronology", {{"add", "agencyReturnReceived.chronology"},
                                                        {name + "chronology.count", "1"},
                                                        {name + "chronology.0.on.year", "2025"},
                                                        {name + "chronology.0.what", "Invented: a first visit."}});
  CHECK(more.body.find("Line 2") != std::string::npos);
  CHECK(more.body.find("Invented: a first visit.") != std::string::npos);
  const auto kept = browser.send(link + "/chronology", {{"do", "later"},
                                                        {name + "chronology.count", "2"},
                                                        {name + "chronology.0.on.year", "2025"},
                                                        {name + "chronology.0.what", "Invented: a first visit."},
                                                        {name + "chronology.1.on.year", "2026"},
                                                        {name + "chronology.1.what", "Invented: a second visit."}});
  CHECK(kept.header("Location") == link + "/kept");
  browser.open(link + "/check");
  const auto part = browser.send(link + "/send", {{"completeness", "PARTIAL"}});
  INFO(part.body);
  CHECK(part.header("Location") == link + "/receipt");
  CHECK(asking.state() == "PART_SENT");
  CHECK(asking.practice.clock(asking.id, "agency-return:east-school").starts_with("RUNNING"));
  const auto again = browser.open(link + "/chronology");
  CHECK(again.body.find("Invented: a second visit.") != std::string::npos);
  CHECK(asking.last_entry().at("agencyReturnReceived").as_object().at("chronology").as_array().size() == 2);
  // Nothing of it is in what coordinators see of the link.
  CHECK(asking.practice.coordinator.get("/v1/cases/" + asking.id + "/returnLinks").body.find("Invented") ==
        std::string::npos);
}

TEST_CASE("A child at risk reaches the coordinators before anything is sent, and the agency is told to call", "[web]") {
  ReturnAsking asking;
  const auto link = asking.link();
  Browser browser(asking.practice.daemon);
  asking.come_in(browser, link);
  CHECK(browser.send(link + "/risk", answers({{"currentRisk", "YES"}}, "later")).header("Location") == link + "/told");
  const auto said = browser.open(link + "/told");
  CHECK(said.body.find("This is not a referral") != std::string::npos);
  CHECK(said.body.find("999") != std::string::npos);
  const auto alerts = asking.practice.coordinator.get("/v1/returnAlerts");
  CHECK(alerts.text("/returnAlerts/0/case") == asking.id);
  CHECK(asking.mail(0, "subject").starts_with("Look at this now"));

  auto coordinator = Browser::of(asking.practice.daemon, "a-smith", "coordinator");
  const auto alerted = coordinator.open("/").body;
  for (const auto* words : {"A child may be at risk now", "East School told us", "Main contact: B Jones", "Child A",
                            "They have not written yet what the risk is."}) {
    INFO(words);
    CHECK(alerted.find(words) != std::string::npos);
  }
  // What the risk is must be said, and reaches the coordinators before the rest.
  CHECK(browser.send(link + "/told", answers({})).status == 400);
  CHECK(browser.send(link + "/told", answers({{"risk", "Invented: we called at noon."}})).status == 303);
  const auto first = asking.last_entry();
  CHECK(first.at("agencyReturnReceived").as_object().at("completeness").as_string() == "PARTIAL");
  CHECK(first.at("agencyReturnReceived").as_object().at("risk").as_string() == "Invented: we called at noon.");
  const auto read = "/cases/" + asking.id + "/entries/" + std::string(first.at("entry").as_string());
  CHECK(coordinator.open("/").body.find("href=\"" + read + "\"") != std::string::npos);
  CHECK(coordinator.open(read).body.find("Invented: we called at noon.") != std::string::npos);
  const auto seen = coordinator.send("/alerts/" + alerts.text("/returnAlerts/0/alert"), {});
  CHECK(seen.header("Location") == "/cases/" + asking.id + "/returns");
  CHECK(coordinator.open("/").body.find("A child may be at risk now") == std::string::npos);
  auto panel = Browser::of(asking.practice.daemon, "b-smith", "reader");
  CHECK(panel.open("/").body.find("A child may be at risk now") == std::string::npos);
}

TEST_CASE("A coordinator asks agencies, reminds, calls and takes a link back on one page", "[web]") {
  ReturnAsking asking;
  auto browser = Browser::of(asking.practice.daemon, "a-smith", "coordinator");
  const auto page = "/cases/" + asking.id + "/returns";
  const auto empty = browser.open(page).body;
  CHECK(empty.find("No agency was asked yet") != std::string::npos);
  CHECK(empty.find("Add the name and date of birth of Child A first") != std::string::npos);
  CHECK(browser.send(page + "/ask", {{"type", "SCOPING"}}).status == 400);
  const auto asked = browser.send(page + "/ask", {{"agencies", "east-school"},
                                                  {"type", "SCOPING"},
                                                  {"dueOn.day", "16"},
                                                  {"dueOn.month", "1"},
                                                  {"dueOn.year", "2026"}});
  INFO(asked.body);
  CHECK(asked.status == 200);
  CHECK(asked.body.find("/return/rvw_") != std::string::npos);
  CHECK(browser.open(page).body.find("Not opened yet") != std::string::npos);
  const auto links = asking.practice.coordinator.get("/v1/cases/" + asking.id + "/returnLinks");
  const FormValues row{{"agency", "east-school"},
                       {"request", links.text("/returnLinks/0/request")},
                       {"link", links.text("/returnLinks/0/link")}};
  const auto act = [&](const std::string& what) {
    auto values = row;
    values.emplace_back("do", what);
    values.emplace_back("contact", "b-jones");
    return browser.send(page, values);
  };
  asking.practice.day("2026-01-20");
  CHECK(browser.open(page).body.find("Remind them in writing") != std::string::npos);
  CHECK(act("remind").header("Location") == page);
  CHECK(asking.mail(0, "subject").starts_with("A reminder"));
  CHECK(browser.open(page).body.find("Call them") != std::string::npos);
  CHECK(act("called").status == 303);
  CHECK(act("raised").status == 303);
  CHECK(act("revoke").status == 303);
  const auto after = browser.open(page).body;
  CHECK(after.find("Taken back") != std::string::npos);
  CHECK(after.find("Raised with the agency") != std::string::npos);
  CHECK(act("newLink").body.find("/return/rvw_") != std::string::npos);
  CHECK(browser.open("/cases/" + asking.id + "/mail-texts").status == 200);
  // Nothing is shared before it came.
  CHECK(after.find("Share with the panel") == std::string::npos);
  asking.post("/v1/cases/" + asking.id + "/entries", R"({"agencyReturnReceived":{"agency":"east-school"}})", 201);
  const auto came = browser.open(page).body;
  CHECK(came.find("Read the summary") != std::string::npos);
  CHECK(came.find("Share with the panel") != std::string::npos);
  CHECK(act("share").status == 303);
  CHECK(browser.open(page).body.find("Shared with the panel on Tuesday 20 January 2026") != std::string::npos);
  CHECK(browser.open("/returns").body.find("East School") != std::string::npos);
  CHECK(browser.open("/practice/mail").body.find("Your agency is asked") != std::string::npos);
}

TEST_CASE("The register is kept on pages, and read by everybody who reads cases", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "a-smith", "coordinator");
  CHECK(browser.open("/contacts").body.find("No agency is in the register yet") != std::string::npos);
  browser.open("/contacts/add");
  const auto wrong = browser.send("/contacts/add", {{"name", ""}});
  CHECK(wrong.status == 400);
  CHECK(wrong.body.find("<a href=\"#name\">Enter the name of the agency</a>") != std::string::npos);
  const auto added =
      browser.send("/contacts/add",
                   {{"name", "East School"}, {"closedWeekdays", "FRIDAY"}, {"closedDays", "25 5 2026\n2026-05-26"}});
  CHECK(added.header("Location") == "/contacts/east-school");
  const auto again = browser.send("/contacts/add", {{"name", "East school"}});
  CHECK(again.body.find("<a href=\"#name\">There is an agency of this name already.</a>") != std::string::npos);
  const auto page = browser.open("/contacts/east-school");
  CHECK(page.body.find("2026-05-25") != std::string::npos);
  CHECK(browser.send("/contacts/east-school/contacts", {{"name", "B Jones"}, {"role", "MAIN"}, {"mailbox", "none"}})
            .status == 400);
  const auto nameless = browser.send("/contacts/east-school/contacts", {{"name", ""}});
  CHECK(nameless.body.find("<a href=\"#contact-name\">Enter a name</a>") != std::string::npos);
  CHECK(nameless.body.find("id=\"contact-name-error\"") != std::string::npos);
  CHECK(browser
            .send("/contacts/east-school/contacts",
                  {{"name", "B Jones"}, {"role", "DEPUTY"}, {"mailbox", "b.jones@example.org"}})
            .status == 303);
  CHECK(browser.open("/contacts").body.find("B Jones") != std::string::npos);
  std::smatch end;
  const auto shown = browser.open("/contacts/east-school").body;
  REQUIRE(std::regex_search(shown, end, std::regex("action=\"(/contacts/east-school/contacts/[a-z0-9-]+/end)\"")));
  CHECK(browser.send(end[1], {}).status == 303);
  auto reader = Browser::of(daemon, "b-smith", "reader");
  CHECK(reader.open("/contacts").status == 200);
  CHECK(reader.open("/contacts/add").status == 403);
}

}  // namespace
}  // namespace review::service_test

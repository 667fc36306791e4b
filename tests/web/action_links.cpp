#include <fmt/format.h>

#include <regex>
#include <string>

#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"

/// An agency says by a link, without an account, how its actions stand: in a practice store whose mails can be read.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

std::string agreed(const std::string& action, const std::string& owner, const std::string& due) {
  return fmt::format(R"({{"actionAgreed":{{"action":"{}","what":"Write {} down.","owner":"{}","dueOn":"{}"}}}})",
                     action, action, owner, due);
}

/// A case with two actions of a school, one of the police, and a contact of the school.
struct Asking {
  Practice practice;
  std::string id = practice.open();
  std::string request;

  Asking() {
    post("/v1/agencies", R"({"agency":"east-school","name":"East School"})", 201);
    post("/v1/agencies/east-school/contacts",
         R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@east.example.org"})", 201);
    request = practice.add(id, agreed("handovers", "east-school", "2026-02-02")).at("entry").as_string().c_str();
    practice.add(id, agreed("training", "east-school", "2026-03-02"));
    practice.add(id, agreed("beats", "police", "2026-03-02"));
  }
  HttpAnswer post(const std::string& address, const std::string& body, int status) {
    auto answer = practice.coordinator.post(address, body);
    INFO(answer.body);
    REQUIRE(answer.status == status);
    return answer;
  }
  HttpAnswer make(const std::string& of, const std::string& agency = "east-school",
                  const std::string& contact = "b-jones") {
    return practice.coordinator.post(
        "/v1/cases/" + id + "/returnLinks",
        fmt::format(R"({{"request":"{}","agency":"{}","contact":"{}","expiresOn":"2026-01-30"}})", of, agency,
                    contact));
  }
  static std::string path_of(const HttpAnswer& made) {
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto address = made.text("/address");
    return address.substr(address.find("/return/"));
  }
  /// The path of a link for the school's actions.
  std::string link() { return path_of(make(request)); }
  void add_moor_police() {
    post("/v1/agencies", R"({"agency":"moor-police","name":"Moor Police","body":"POLICE"})", 201);
    post("/v1/agencies/moor-police/contacts",
         R"({"contact":"b-brown","name":"B Brown","role":"MAIN","mailbox":"b.brown@moor.example.org"})", 201);
  }
  /// The same body of the law as Moor Police.
  void add_fen_police() { post("/v1/agencies", R"({"agency":"fen-police","name":"Fen Police","body":"POLICE"})", 201); }
  /// The path of a link for the actions of Moor Police, of which one is asked for.
  std::string link_of_moor_police(const boost::json::value& asked) {
    return path_of(make(asked.at("entry").as_string().c_str(), "moor-police", "b-brown"));
  }
  /// The same, for an action whose owner is Moor Police by its own id.
  std::string link_of_patrols() {
    return link_of_moor_police(practice.add(id, agreed("patrols", "moor-police", "2026-02-16")));
  }
  [[nodiscard]] std::string code() {
    std::smatch found;
    const auto text = practice.coordinator.get("/v1/practice/mails").text("/mails/0/text");
    REQUIRE(std::regex_search(text, found, std::regex("Your code is ([0-9]{6})")));
    return found[1];
  }
  void come_in(Browser& browser, const std::string& link) {
    REQUIRE(browser.open(link).status == 200);
    REQUIRE(browser.send(link, {}).status == 303);
    const auto in = browser.send(link + "/code", {{"code", code()}});
    REQUIRE(in.status == 303);
    CHECK(in.header("Location") == link + "/actions");
  }
  /// Comes in, and opens the list of actions.
  [[nodiscard]] HttpAnswer list_by(Browser& browser, const std::string& link) {
    come_in(browser, link);
    return browser.open(link + "/actions");
  }
};

TEST_CASE("A contact sees the actions of the own agency by a link and a code, and no others", "[web]") {
  Asking asking;
  const auto link = asking.link();
  const auto mails = asking.practice.coordinator.get("/v1/practice/mails");
  CHECK(says(mails, "Monday 2 February 2026"));
  for (const auto* word : {"handovers", "Child A"}) CHECK_FALSE(says(mails, word));
  Browser browser(asking.practice.daemon);
  CHECK(browser.open(link + "/actions").status == 303);
  const auto page = asking.list_by(browser, link);
  CHECK(page.status == 200);
  for (const auto* words : {"Write handovers down.", "Write training down.", "Nothing said yet", "East School"}) {
    INFO(words);
    CHECK(says(page, words));
  }
  CHECK_FALSE(says(page, "beats"));
  CHECK(browser.open(link + "/actions/beats").status == 303);
  CHECK(reads_of(asking.practice, asking.id, "b-jones").contains("entries"));
}

TEST_CASE("What a contact says by the link is recorded for the agency at once, by the rules of all updates", "[web]") {
  Asking asking;
  const auto link = asking.link();
  Browser browser(asking.practice.daemon);
  asking.come_in(browser, link);
  const auto at = link + "/actions/handovers";
  CHECK(says(browser.open(at), "Write handovers down."));
  const auto wrong = browser.send(at, {{"progress", "AMBER"}, {"reached", "CHECKED"}});
  CHECK(wrong.status == 400);
  CHECK(says(wrong, "href=\"#evidence\""));
  const auto unsaid = browser.send(at, {{"update", "Begun."}});
  CHECK(unsaid.status == 400);
  CHECK(says(unsaid, "Choose an answer to “How does it stand?”"));
  const auto sent = browser.send(at, {{"progress", "AMBER"},
                                      {"update", "Begun in two classes."},
                                      {"dueOn.day", "2"},
                                      {"dueOn.month", "3"},
                                      {"dueOn.year", "2026"},
                                      {"reason", "One teacher is away."}});
  CHECK(sent.status == 303);
  const auto list = browser.open(link + "/actions");
  CHECK(says(list, "We have your update"));
  CHECK(says(list, "Amber: at risk. Begun in two classes."));
  CHECK(says(list, "Due on Monday 2 March 2026"));
  const auto row = asking.practice.coordinator.get("/v1/actions?filter=owner=east-school%20AND%20progress=AMBER");
  CHECK(row.text("/actions/0/action") == "handovers");
  CHECK(row.text("/actions/0/update") == "Begun in two classes.");
  const auto entry =
      asking.practice.coordinator.get("/v1/cases/" + asking.id + "/entries/" + row.text("/actions/0/updateEntry"));
  CHECK(entry.text("/recordedBy") == "people/b-jones");
  CHECK(entry.text("/onBehalfOf") == "agencies/east-school");
  // A form of another page is not taken.
  browser.forget();
  CHECK(browser.send(at, {{"progress", "GREEN"}}).status == 303);
  CHECK(asking.practice.coordinator.get("/v1/actions?filter=progress=GREEN").json().at("actions").as_array().empty());
}

TEST_CASE("A link is made for the actions of their owner alone", "[web]") {
  Asking asking;
  CHECK(asking.make("nothing").status == 409);
  const auto other = asking.practice.add(asking.id, agreed("more-beats", "police", "2026-03-02"));
  CHECK(asking.make(other.at("entry").as_string().c_str()).status == 409);
  // An agency that is a body of the law is the owner by that name too.
  asking.add_moor_police();
  CHECK_FALSE(asking.link_of_moor_police(other).empty());
}

TEST_CASE("A link shows the actions of an agency by its id and by the body that it is", "[web]") {
  Asking asking;
  asking.add_moor_police();
  const auto link = asking.link_of_patrols();
  Browser browser(asking.practice.daemon);
  const auto page = asking.list_by(browser, link);
  CHECK(says(page, "Write patrols down."));
  CHECK(says(page, "Write beats down."));
  CHECK_FALSE(says(page, "handovers"));
  for (const auto* action : {"patrols", "beats"}) {
    INFO(action);
    REQUIRE(browser.open(link + "/actions/" + action).status == 200);
    CHECK(browser.send(link + "/actions/" + action, {{"progress", "GREEN"}, {"update", "Begun."}}).status == 303);
  }
  const auto green = asking.practice.coordinator.get("/v1/actions?filter=progress=GREEN");
  CHECK(green.json().at("actions").as_array().size() == 2);
}

TEST_CASE("Where two agencies are one body, the name of the body is neither of them", "[web]") {
  Asking asking;
  asking.add_moor_police();
  asking.add_fen_police();
  const auto link = asking.link_of_patrols();
  Browser browser(asking.practice.daemon);
  const auto page = asking.list_by(browser, link);
  CHECK(says(page, "Write patrols down."));
  CHECK_FALSE(says(page, "beats"));
  CHECK(browser.open(link + "/actions/beats").status == 303);
}

TEST_CASE("An agency says by a link how its actions of a programme stand", "[web]") {
  Asking asking;
  auto browser = Browser::of(asking.practice.daemon, "a-smith", "coordinator");
  asking.post("/v1/programmes", R"({"programmeOpened":{"sort":"IMPROVEMENT_PLAN","title":"Safeguarding"}})", 201);
  const std::string of = "p26-0001";
  asking.post("/v1/programmes/" + of + "/entries", agreed("visits", "east-school", "2026-02-16"), 201);
  asking.post("/v1/programmes/" + of + "/entries", agreed("rotas", "police", "2026-02-16"), 201);
  const auto at = "/programmes/" + of + "/action-link";
  CHECK(says(browser.open("/actions"), at));
  CHECK(says(browser.open("/programmes/" + of), at));
  const auto form = browser.open(at);
  CHECK(says(form, "Programme " + of));
  CHECK(says(form, "B Jones, East School"));
  const auto sent = browser.send(at, {{"contact", "b-jones"}});
  REQUIRE(sent.status == 200);
  std::smatch found;
  REQUIRE(std::regex_search(sent.body, found, std::regex("/return/rvw_[^\\s<\"]+")));
  const std::string link = found[0];

  Browser school(asking.practice.daemon);
  const auto page = asking.list_by(school, link);
  CHECK(says(page, "Write visits down."));
  CHECK_FALSE(says(page, "rotas"));
  CHECK_FALSE(says(page, "handovers"));
  CHECK(school.open(link + "/actions/rotas").status == 303);
  REQUIRE(school.open(link + "/actions/visits").status == 200);
  CHECK(school.send(link + "/actions/visits", {{"progress", "AMBER"}, {"update", "Begun."}}).status == 303);
  const auto row = asking.practice.coordinator.get("/v1/actions?filter=progress=AMBER");
  CHECK(row.text("/actions/0/programme") == of);
  CHECK(row.text("/actions/0/update") == "Begun.");
  CHECK(Browser::of(asking.practice.daemon, "a-reader", "reader").open(at).status == 403);

  // Where nothing is open nobody is asked.
  asking.post("/v1/programmes/" + of + "/entries",
              R"({"actionUpdated":{"action":"visits","progress":"COMPLETE","reached":"DONE"}})", 201);
  CHECK(says(browser.open(at), "has an open action in this programme."));
}

TEST_CASE("A reminder by a link for actions stands among its uses", "[web]") {
  Asking asking;
  static_cast<void>(asking.link());
  const auto links = "/v1/cases/" + asking.id + "/returnLinks";
  const auto id = asking.practice.coordinator.get(links).text("/returnLinks/0/link");
  CHECK_FALSE(says(asking.practice.coordinator.get(links), "REMINDED"));
  asking.post(links + "/" + id + ":remind", "", 200);
  CHECK(asking.practice.coordinator.get(links).text("/returnLinks/0/uses/0/what") == "REMINDED");
}

TEST_CASE("A link that is revoked, or whose case was sealed, opens no action", "[web]") {
  Asking asking;
  const auto link = asking.link();
  Browser browser(asking.practice.daemon);
  CHECK(asking.list_by(browser, link).status == 200);
  SECTION("revoked") {
    const auto id =
        asking.practice.coordinator.get("/v1/cases/" + asking.id + "/returnLinks").text("/returnLinks/0/link");
    asking.post("/v1/cases/" + asking.id + "/returnLinks/" + id + ":revoke", "", 200);
  }
  SECTION("sealed") {
    asking.practice.add(asking.id, R"({"caseSealed":{"readers":["coordinator-1"],"reasons":"Invented."}})");
  }
  CHECK(browser.open(link + "/actions").status == 303);
  CHECK(browser.send(link + "/actions/handovers", {{"progress", "GREEN"}}).status == 303);
}

TEST_CASE("A coordinator asks an agency by a link from a page", "[web]") {
  Asking asking;
  auto browser = Browser::of(asking.practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/actions"), "/cases/" + asking.id + "/action-link"));
  const auto at = "/cases/" + asking.id + "/action-link";
  CHECK(says(browser.open(at), "B Jones, East School"));
  // An agency whose body owns an action is asked too, unless the body is another agency's as well.
  asking.add_moor_police();
  CHECK(says(browser.open(at), "B Brown, Moor Police"));
  asking.add_fen_police();
  CHECK_FALSE(says(browser.open(at), "B Brown, Moor Police"));
  CHECK(browser.send(at, {{"contact", "somebody-else"}}).status == 400);
  const auto sent = browser.send(at, {{"contact", "b-jones"}});
  CHECK(sent.status == 200);
  CHECK(says(sent, "/return/rvw_"));
  CHECK(Browser::of(asking.practice.daemon, "a-reader", "reader").open(at).status == 403);
}

}  // namespace
}  // namespace review::service_test

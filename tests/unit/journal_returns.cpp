#include "libreview/registers/contacts.hpp"
#include "libreview/registers/outbox.hpp"
#include "libreview/registers/return_alerts.hpp"
#include "libreview/registers/return_links.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant nine = *parse_instant("2026-04-02T09:00:00Z");
const Date second = *Date::parse("2026-04-02");
const std::string by = "a-coordinator";

struct ReturnsOffice {
  InMemory memory;
  SystemRandom random;
  Contacts contacts{*memory.store, random};
  ReturnLinks links{*memory.store, random};
  ReturnAlerts alerts{*memory.store, random};
  Outbox outbox{*memory.store};

  ReturnsOffice() {
    REQUIRE(contacts.add({"east-school", "East School", "", {"FRIDAY"}, {"2026-04-07"}}, by, nine));
    REQUIRE(contacts.add_contact(
        {"b-jones", "east-school", "B Jones", "MAIN", "b.jones@east.example.org", "01632 960001", "2026-01-01"}, by,
        nine));
  }
  ReturnLinks::Made link(const char* last = "2026-04-30") {
    auto made = links.make({"26-0001", "anentry", "east-school", "b-jones", *Date::parse(last)}, by, nine);
    REQUIRE(made);
    return *made;
  }
  template <class Work>
  auto in_transaction(Work&& work) {
    memory.store->begin();
    auto result = work();
    REQUIRE(memory.store->commit());
    return result;
  }
  std::optional<std::string> code(const std::string& link, Instant now) {
    return in_transaction([&] { return links.new_code(link, now); });
  }
  std::optional<std::string> come_in(const std::string& link, const std::string& code, Instant now) {
    return in_transaction([&] { return links.come_in(link, code, now); });
  }
  bool is_in(const std::string& link, const std::string& session, Instant now) {
    return in_transaction([&] { return links.is_in(link, session, now); });
  }
};

std::string wrong(const std::string& code) { return code == "000000" ? "000001" : "000000"; }

TEST_CASE("The register keeps agencies with their closed days, and contacts until they end", "[unit][journal]") {
  ReturnsOffice office;
  const auto school = office.contacts.find("east-school");
  REQUIRE(school);
  CHECK(school->closed_weekdays == std::vector<std::string>{"FRIDAY"});
  CHECK(school->closed_days == std::vector<std::string>{"2026-04-07"});
  CHECK(office.contacts.add({"east-school", "Another", "", {}, {}}, by, nine).error().code == Code::already_recorded);
  CHECK(office.contacts.add({"East School", "Another", "", {}, {}}, by, nine).error().code == Code::malformed);
  CHECK(office.contacts.add({"west", "West", "", {"SUNDAY"}, {}}, by, nine).error().code == Code::not_a_choice);
  CHECK(office.contacts.add({"west", "West", "", {}, {"soon"}}, by, nine).error().code == Code::not_a_date);
  const auto changed = office.contacts.change({"east-school", "East Academy", "", {}, {}}, by, nine);
  REQUIRE(changed);
  CHECK(changed->name == "East Academy");
  CHECK(changed->closed_days.empty());
  CHECK(office.contacts.change({"none", "None", "", {}, {}}, by, nine).error().code == Code::not_found);

  const auto deputy = office.contacts.add_contact(
      {"", "east-school", "C Lee", "DEPUTY", "c.lee@east.example.org", "", "2026-01-01"}, by, nine);
  REQUIRE(deputy);
  CHECK(deputy->contact.starts_with("contact-"));
  CHECK(office.contacts.end_contact("east-school", "b-jones", "2025-12-31", by, nine).error().code ==
        Code::dated_before_start);
  REQUIRE(office.contacts.end_contact("east-school", "b-jones", "2026-04-02", by, nine));
  const auto all = office.contacts.contacts_of("east-school");
  REQUIRE(all.size() == 2);
  CHECK(all[0].contact == deputy->contact);
  CHECK(all[1].until == "2026-04-02");
}

TEST_CASE("A mailbox is a plain mail address", "[unit][journal]") {
  for (const auto* good : {"a@b.org", "a.b+c@police.uk", "o'neil@nhs.net"}) CHECK(is_mailbox(good));
  for (const auto* bad : {"", "a", "@b.org", "a@b", "a@b.org\r\nBcc: c@d.org", "a b@c.org", "<a@b.org>", "a@b..org",
                          "a@b@c.org", "a@.org", "a@b.org."}) {
    CHECK_FALSE(is_mailbox(bad));
  }
  CHECK(domain_of("A@Police.UK") == "police.uk");
}

TEST_CASE("The access log says that contacts changed, and not their names", "[unit][journal]") {
  ReturnsOffice office;
  std::string all;
  for (const auto& change : AccessLog(*office.memory.store).since(0, 100))
    all += change.deed + " " + change.detail + "\n";
  CHECK(all.find("contact-added") != std::string::npos);
  CHECK(all.find("Jones") == std::string::npos);
  CHECK(all.find('@') == std::string::npos);
}

TEST_CASE("A link opens until its last day, while its contact is one, and not once it is taken back",
          "[unit][journal]") {
  ReturnsOffice office;
  const auto made = office.link();
  CHECK(office.links.live(made.line, second));
  CHECK(office.links.live(made.line, *Date::parse("2026-04-30")));
  CHECK_FALSE(office.links.live(made.line, *Date::parse("2026-05-01")));
  auto other = made.line;
  other[20] = other[20] == 'a' ? 'b' : 'a';
  CHECK_FALSE(office.links.live(other, second));
  REQUIRE(office.contacts.end_contact("east-school", "b-jones", "2026-04-10", by, nine));
  CHECK(office.links.live(made.line, *Date::parse("2026-04-10")));
  CHECK_FALSE(office.links.live(made.line, *Date::parse("2026-04-11")));
  CHECK(office.links.revoke("26-0002", made.link.link, by, nine).error().code == Code::not_found);
  REQUIRE(office.links.revoke("26-0001", made.link.link, by, nine));
  CHECK_FALSE(office.links.live(made.line, second));
}

TEST_CASE("A code is right once, for ten minutes, in five tries", "[unit][journal]") {
  ReturnsOffice office;
  const auto link = office.link().link.link;
  const auto code = office.code(link, nine);
  REQUIRE(code);
  CHECK(code->size() == 6);
  CHECK_FALSE(office.come_in(link, wrong(*code), nine));
  const auto session = office.come_in(link, *code, nine + minutes(9));
  REQUIRE(session);
  CHECK_FALSE(office.come_in(link, *code, nine + minutes(9)));

  const auto late = office.code(link, nine + minutes(20));
  REQUIRE(late);
  CHECK_FALSE(office.come_in(link, *late, nine + minutes(30)));

  const auto third = office.code(link, nine + minutes(40));
  REQUIRE(third);
  for (int i = 0; i < return_code_tries; ++i) CHECK_FALSE(office.come_in(link, wrong(*third), nine + minutes(41)));
  CHECK_FALSE(office.come_in(link, *third, nine + minutes(41)));
}

TEST_CASE("Codes are a minute apart, and ten a day", "[unit][journal]") {
  ReturnsOffice office;
  const auto link = office.link().link.link;
  REQUIRE(office.code(link, nine));
  CHECK_FALSE(office.code(link, nine + seconds(59)));
  for (int i = 1; i < return_codes_a_day; ++i) CHECK(office.code(link, nine + minutes(2 * i)));
  CHECK_FALSE(office.code(link, nine + hours(1)));
  CHECK(office.code(link, nine + hours(25)));
}

TEST_CASE("A visit by a link ends after an hour without a request, and is of that link alone", "[unit][journal]") {
  ReturnsOffice office;
  const auto link = office.link().link.link;
  const auto other = office.link().link.link;
  const auto session = office.come_in(link, *office.code(link, nine), nine);
  REQUIRE(session);
  CHECK(office.is_in(link, *session, nine + minutes(59)));
  CHECK(office.is_in(link, *session, nine + minutes(118)));
  CHECK_FALSE(office.is_in(other, *session, nine + minutes(119)));
  CHECK_FALSE(office.is_in(link, *session, nine + minutes(179)));
  CHECK_FALSE(office.is_in(link, "rvw_none", nine));
  REQUIRE(office.links.revoke("26-0001", link, by, nine));
  CHECK_FALSE(office.is_in(link, *session, nine + minutes(119)));
}

TEST_CASE("A draft opens with the secret of its link, and the store cannot read it", "[unit][journal]") {
  ReturnsOffice office;
  const auto made = office.link();
  office.memory.store->begin();
  office.links.keep_draft(made.line, R"({"summary":"Invented words."})");
  REQUIRE(office.memory.store->commit());
  CHECK(office.links.draft(made.line) == R"({"summary":"Invented words."})");
  CHECK(office.links.of_id(made.link.link)->has_draft);
  auto row = office.memory.store->prepare("SELECT draft FROM return_links WHERE link = ?");
  REQUIRE(row.with(made.link.link).step());
  CHECK(row.text(0).find("Invented") == std::string::npos);
}

TEST_CASE("A complete return uses its link up and takes the draft away; a part does not", "[unit][journal]") {
  ReturnsOffice office;
  const auto made = office.link();
  office.memory.store->begin();
  office.links.keep_draft(made.line, "{}");
  office.links.sent(made.link.link, "firstentry", false, nine);
  REQUIRE(office.memory.store->commit());
  CHECK(office.links.live(made.line, second));
  CHECK(office.links.draft(made.line) == "{}");
  office.memory.store->begin();
  office.links.sent(made.link.link, "secondentry", true, nine);
  REQUIRE(office.memory.store->commit());
  CHECK_FALSE(office.links.live(made.line, second));
  CHECK(office.links.live_or_used(made.line, second)->entry == "secondentry");
  CHECK(office.links.draft(made.line).empty());
}

TEST_CASE("An alert waits until somebody has seen it, once for each link", "[unit][journal]") {
  ReturnsOffice office;
  const auto link = office.link().link.link;
  const auto raise = [&] { return office.in_transaction([&] { return office.alerts.raise(link, nine); }); };
  CHECK(raise());
  CHECK_FALSE(raise());
  const auto alert = office.alerts.list().at(0).alert;
  REQUIRE(office.alerts.see(alert, by, nine));
  CHECK(office.alerts.find(alert)->seen_by == "people/a-coordinator");
  CHECK(raise());
  CHECK(office.alerts.list().at(0).seen.empty());
  CHECK(office.alerts.see("none", by, nine).error().code == Code::not_found);
}

TEST_CASE("A mail waits longer after each try, loses its words when it went out, and is given up in the end",
          "[unit][journal]") {
  ReturnsOffice office;
  office.memory.store->begin();
  REQUIRE(office.outbox.add({"a@example.org", "A", "words", "about/1", minutes(10)}, nine));
  REQUIRE(office.outbox.add({"b@example.org", "B", "words", "about/2", hours(48)}, nine));
  REQUIRE(office.memory.store->commit());
  auto due = office.outbox.due(nine, 10);
  REQUIRE(due.size() == 2);
  REQUIRE(office.outbox.delivered(due[1].mail, nine));
  CHECK(office.outbox.state_of("about/2") == "DELIVERED");
  CHECK(office.outbox.newest(1).at(0).text.empty());
  const auto first = due[0].mail;
  REQUIRE(office.outbox.not_delivered(first, nine));
  CHECK(office.outbox.due(nine + seconds(59), 10).empty());
  CHECK(office.outbox.due(nine + minutes(1), 10).size() == 1);
  REQUIRE(office.outbox.not_delivered(first, nine + minutes(1)));
  CHECK(office.outbox.due(nine + minutes(2), 10).empty());
  CHECK(office.outbox.state_of("about/1") == "WAITING");
  REQUIRE(office.outbox.not_delivered(first, nine + minutes(9)));
  CHECK(office.outbox.state_of("about/1") == "FAILED");
  CHECK(office.outbox.due(nine + hours(100), 10).empty());
}

}  // namespace
}  // namespace review::journal_test

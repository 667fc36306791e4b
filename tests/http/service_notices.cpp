#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <regex>
#include <thread>

#include "libreview/calendar/date.hpp"
#include "tests/http/service_support.hpp"

/// Reminders by mail, in a practice store that shows its mails: what each person chose, and who is told.
namespace review::service_test {
namespace {

using namespace std::chrono_literals;
using Words = std::vector<std::string>;

const std::string mine = "/v1/people/me/notices";

/// A practice store whose mails go at any hour of a working day.
struct NoticesOffice {
  Practice practice{};
  HttpCaller administrator = practice.daemon.administrator();

  NoticesOffice() { settle("reminder-hours", "00:00-24:00"); }

  void settle(const std::string& setting, const std::string& value) {
    const auto made = administrator.post("/v1/settings/" + setting + ":propose",
                                         fmt::format(R"({{"value":"{}","reason":"Invented."}})", value));
    REQUIRE(made.status == 201);
    REQUIRE(practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  }
  HttpAnswer newest_mail() { return practice.coordinator.get("/v1/practice/mails"); }
  /// The mails to somebody, the newest first: subject and text.
  Words mails_to(const std::string& mailbox) {
    Words all;
    const auto answer = newest_mail().json();
    for (const auto& mail : answer.at("mails").as_array()) {
      if (mail.at("to").as_string() != mailbox) continue;
      all.push_back(std::string(mail.at("subject").as_string()) + "\n" + std::string(mail.at("text").as_string()));
    }
    return all;
  }
  void confirm(HttpCaller& caller, const std::string& mailbox, const std::string& when) {
    const auto asked = caller.put(mine, fmt::format(R"({{"mailbox":"{}","when":"{}"}})", mailbox, when));
    INFO(asked.body);
    REQUIRE(asked.status == 200);
    REQUIRE(asked.text("/waiting") == mailbox);
    std::smatch code;
    const auto text = mails_to(mailbox).at(0);
    REQUIRE(std::regex_search(text, code, std::regex("Your code is ([0-9]{6})")));
    const auto done = caller.post(mine + ":confirmMailbox", fmt::format(R"({{"code":"{}"}})", code[1].str()));
    INFO(done.body);
    REQUIRE(done.status == 200);
    CHECK(done.text("/mailbox") == mailbox);
  }
  /// A case on the day on which the Panel is to be told of it.
  std::string due_today() {
    const auto id = practice.open();
    practice.day(practice.coordinator.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn"));
    return id;
  }
};

/// The same with two coordinators, who want each reminder straight away.
struct TwoWhoAreTold : NoticesOffice {
  HttpCaller& caller = practice.coordinator;
  HttpCaller other = practice.daemon.coordinator("coordinator-2");

  TwoWhoAreTold() {
    confirm(caller, "c.one@example.org", "IMMEDIATE");
    confirm(other, "c.two@example.org", "IMMEDIATE");
  }
  /// The first of them is away, and somebody has the cover.
  void away(const std::string& cover) {
    const auto body = fmt::format(R"({{"awayFrom":"2026-01-01","awayUntil":"2027-12-31","cover":"{}"}})", cover);
    REQUIRE(caller.put(mine, body).status == 200);
  }
};

TEST_CASE("A mailbox is confirmed by its code, and what was chosen is shown", "[service]") {
  NoticesOffice office;
  auto& caller = office.practice.coordinator;
  CHECK(caller.get(mine).text("/when") == "DAILY");
  CHECK(caller.get(mine).text("/hours") == "00:00-24:00");
  auto reader = office.practice.daemon.reader();
  CHECK(reader.get(mine).text("/when") == "NONE");
  CHECK(caller.put(mine, R"({"mailbox":"nobody"})").text("/violations/0/pointer") == "/mailbox");
  CHECK(caller.put(mine, R"({"when":"HOURLY"})").code() == "not-a-choice");
  CHECK(caller.put(mine, R"({"often":"yes"})").code() == "unknown-field");
  CHECK(caller.put(mine, R"({"awayFrom":"2026-01-05"})").text("/violations/0/pointer") == "/awayUntil");
  const std::string away = R"("awayFrom":"2026-01-05","awayUntil":"2026-01-09")";
  CHECK(caller.put(mine, "{" + away + R"(,"cover":"no-such-person"})").text("/violations/0/pointer") == "/cover");
  CHECK(caller.put(mine, "{" + away + R"(,"cover":"coordinator-1"})").code() == "not-a-choice");
  CHECK(caller.put(mine, "{" + away + R"(,"cover":"people/reader-1"})").text("/cover") == "people/reader-1");
  CHECK(caller.put(mine, R"({"awayFrom":"","awayUntil":"","cover":""})").text("/cover").empty());
  CHECK(caller.post(mine + ":confirmMailbox", R"({"code":"000000"})").text("/violations/0/pointer") == "/code");
  office.confirm(caller, "c.one@example.org", "IMMEDIATE");
  CHECK(caller.get(mine).text("/when") == "IMMEDIATE");
  CHECK(caller.put(mine, R"({"mailbox":""})").text("/mailbox").empty());
}

TEST_CASE("Who wants it straight away gets a mail for each reminder, with the reference and no name", "[service]") {
  NoticesOffice office;
  auto& caller = office.practice.coordinator;
  office.confirm(caller, "c.one@example.org", "IMMEDIATE");
  const auto id = office.due_today();
  const auto mails = office.mails_to("c.one@example.org");
  REQUIRE(mails.size() == 3);
  CHECK(mails[0].starts_with(id + ": "));
  CHECK(mails[0].find("Due today") != std::string::npos);
  CHECK(mails[0].find("Your reminders by email") != std::string::npos);
  CHECK(mails[0].find("1 reminder is due") == std::string::npos);
  CHECK(mails[0].find("as soon as") == std::string::npos);
  CHECK(mails[0].find("Child A") == std::string::npos);
  const auto alerts = caller.get("/v1/alerts");
  CHECK(alerts.text("/alerts/0/deliveries/0/channel") == "MAIL");
  CHECK(alerts.text("/alerts/0/deliveries/0/person") == "people/coordinator-1");
  CHECK(alerts.text("/alerts/0/deliveries/0/state") == "WAITING");
  CHECK(office.practice.daemon.reader().get("/v1/alerts").body.find("deliveries") == std::string::npos);
  // The same day again tells nothing anew.
  office.practice.day(caller.get("/v1/practice/today").text("/date"));
  CHECK(office.mails_to("c.one@example.org").size() == 3);
}

TEST_CASE("Who wants a list gets one a day, and not what is in hand by then", "[service]") {
  NoticesOffice office;
  auto& caller = office.practice.coordinator;
  office.confirm(caller, "c.one@example.org", "DAILY");
  const auto id = office.practice.notified_case();
  office.practice.day("2026-01-21");
  CHECK(office.mails_to("c.one@example.org").size() == 1);
  office.practice.day("2026-01-22");
  const auto mails = office.mails_to("c.one@example.org");
  REQUIRE(mails.size() == 2);
  CHECK(std::regex_search(mails[0], std::regex("^[0-9]+ reminders? (is|are) due\n")));
  CHECK(mails[0].find("Case " + id + "\n") != std::string::npos);
  CHECK(mails[0].find("Child A") == std::string::npos);
  const auto waiting = texts(caller.get("/v1/alerts"), "alerts", "alert");
  REQUIRE_FALSE(waiting.empty());
  for (const auto& alert : waiting) {
    REQUIRE(caller.post("/v1/alerts/" + alert + ":acknowledge", "").status == 200);
  }
  office.practice.day("2026-01-23");
  CHECK(office.mails_to("c.one@example.org").size() == 2);
}

TEST_CASE("Who is kept out of a case gets no mail of it, and cover counts only for who may see it", "[service]") {
  TwoWhoAreTold office;
  auto& caller = office.caller;
  auto outside = office.practice.daemon.caller(office.practice.daemon.issue("a-member", "panel-member"));
  office.confirm(outside, "a.member@example.org", "IMMEDIATE");
  office.away("a-member");
  const auto id = office.practice.open();
  office.practice.add(id, R"({"conflictDeclared":{"person":"coordinator-2","managed":"EXCLUDED","reason":"x"}})");
  const auto due = caller.get(fmt::format("/v1/cases/{}/clocks/notify-panel", id)).text("/dueOn");
  office.practice.day(due);
  CHECK(office.mails_to("c.one@example.org").size() == 3);
  CHECK(office.mails_to("c.two@example.org").size() == 1);
  CHECK(office.mails_to("a.member@example.org").size() == 1);
}

TEST_CASE("Who is away is not told, but their cover, once", "[service]") {
  TwoWhoAreTold office;
  office.away("coordinator-2");
  office.due_today();
  CHECK(office.mails_to("c.one@example.org").size() == 1);
  CHECK(office.mails_to("c.two@example.org").size() == 3);
}

/// Whom a mail tells of each clock that the rules moved.
std::map<std::string, Words> mails_of_moves(test::HttpCaller& caller) {
  std::map<std::string, Words> mailed;
  const auto alerts = caller.get("/v1/alerts?settled=true&pageSize=200").json();
  for (const auto& alert : alerts.at("alerts").as_array()) {
    if (alert.at("step") != "moved") continue;
    auto& told = mailed[std::string(alert.at("clock").as_string())];
    for (const auto& delivery : alert.at("deliveries").as_array()) {
      if (delivery.at("channel") == "MAIL") told.emplace_back(delivery.at("person").as_string());
    }
    std::ranges::sort(told);
  }
  return mailed;
}

TEST_CASE("The preview of a day off names those whom the mails about it go to", "[service]") {
  TwoWhoAreTold office;
  auto& caller = office.caller;
  auto owner = office.practice.daemon.caller(office.practice.daemon.issue("an-owner", "scrutineer"));
  office.confirm(owner, "an.owner@example.org", "IMMEDIATE");
  const auto id = office.practice.accepted_case();
  office.practice.add(id, R"({"publicationPlanned":{"plannedOn":"2026-07-31"}})");
  office.practice.add(id, R"({"publicationStepAssigned":{"step":"LEGAL_READ","owner":"an-owner"}})");
  office.away("coordinator-2");

  const std::string closures = "/v1/calendars/england-and-wales/closures";
  const std::string day_off = R"({"change":"add","from":"2026-07-20","name":"Invented holiday","kind":"bank-holiday")";
  std::map<std::string, Words> promised;
  const auto preview = caller.post(closures + ":preview", day_off + "}").json();
  for (const auto& clock : preview.at("clocks").as_array()) {
    auto& told = promised[std::string(clock.at("clock").as_string())];
    for (const auto& person : clock.at("told").as_array()) told.emplace_back(person.as_string());
  }
  CHECK(promised["legal-read"] == Words{"people/an-owner", "people/coordinator-2"});
  CHECK(promised["family-read"] == Words{"people/coordinator-2"});

  const auto made = office.administrator.post(closures + ":propose", day_off + R"(,"reason":"Announced today."})");
  REQUIRE(made.status == 201);
  REQUIRE(caller.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  std::map<std::string, Words> mailed;
  // What the approval moves is told right after it, by itself.
  for (const auto end = std::chrono::steady_clock::now() + 30s; std::chrono::steady_clock::now() < end;) {
    mailed = mails_of_moves(caller);
    if (mailed == promised) break;
    std::this_thread::sleep_for(100ms);
  }
  CHECK(mailed == promised);
}

TEST_CASE("A late agency is asked again at its main contact, by the reference of its link", "[service]") {
  NoticesOffice office;
  auto& caller = office.practice.coordinator;
  REQUIRE(caller.post("/v1/agencies", R"({"agency":"east-school","name":"East School"})").status == 201);
  const auto contact = [&](const std::string& id, const std::string& role) {
    const auto wish =
        fmt::format(R"({{"contact":"{0}","name":"B Jones","role":"{1}","mailbox":"{0}@example.org"}})", id, role);
    REQUIRE(caller.post("/v1/agencies/east-school/contacts", wish).status == 201);
  };
  contact("b-jones", "MAIN");
  contact("d-lee", "DEPUTY");
  const auto id = office.practice.notified_case();
  const auto asked =
      caller.post("/v1/cases/" + id + "/returnRequests", R"({"agencies":["east-school"],"type":"SCOPING"})");
  INFO(asked.body);
  REQUIRE(asked.status == 201);
  const auto link = asked.text("/returnLinks/0/link");
  const auto due = caller.get(fmt::format("/v1/cases/{}/clocks/agency-return:east-school", id)).text("/dueOn");
  const auto before = office.mails_to("b-jones@example.org").size();
  // Two working days after a day in the week, also over a weekend.
  for (auto day = *Date::parse(due); office.mails_to("b-jones@example.org").size() == before; day = day.plus_days(1)) {
    REQUIRE(day < Date::parse(due)->plus_days(8));
    office.practice.day(day.iso());
  }
  const auto mail = office.mails_to("b-jones@example.org").at(0);
  CHECK(mail.find(link) != std::string::npos);
  CHECK(mail.find(id) == std::string::npos);
  CHECK(mail.find("Child A") == std::string::npos);
  CHECK(mail.find("/return/") == std::string::npos);
  CHECK(office.mails_to("d-lee@example.org").empty());
}

TEST_CASE("An agency that is late with its assurance is asked again in the same way", "[service]") {
  NoticesOffice office;
  auto& caller = office.practice.coordinator;
  REQUIRE(caller.post("/v1/agencies", R"({"agency":"east-school","name":"East School"})").status == 201);
  REQUIRE(caller
              .post("/v1/agencies/east-school/contacts",
                    R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b-jones@example.org"})")
              .status == 201);
  const auto opened =
      caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"SECTION_11","title":"Section 11"}})");
  const auto id = opened.text("/programme");
  REQUIRE(caller
              .post("/v1/programmes/" + id + "/entries",
                    R"({"assuranceAsked":{"what":"An audit","agencies":["east-school"],"dueOn":"2026-01-12"}})")
              .status == 201);
  const Date due = *Date::parse("2026-01-12");
  for (auto day = due; office.mails_to("b-jones@example.org").empty(); day = day.plus_days(1)) {
    REQUIRE(day < due.plus_days(8));
    office.practice.day(day.iso());
  }
  const auto mail = office.mails_to("b-jones@example.org").at(0);
  CHECK(mail.find(id) != std::string::npos);
  CHECK(mail.find("An audit") == std::string::npos);
}

}  // namespace
}  // namespace review::service_test

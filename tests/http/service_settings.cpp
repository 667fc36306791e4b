#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <map>

#include "tests/http/service_support.hpp"

/// What the partnership settles while the service runs: settings, its own rules, days off.
namespace review::service_test {
namespace {

namespace json = boost::json;

const std::string at_closures = "/v1/calendars/england-and-wales/closures";

struct SettingsOffice {
  Practice practice{};
  HttpCaller administrator = practice.daemon.administrator();

  HttpAnswer approve(const HttpAnswer& made) {
    INFO(made.body);
    REQUIRE(made.status == 201);
    return practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "");
  }
  HttpAnswer propose(const std::string& setting, const std::string& value) {
    return administrator.post("/v1/settings/" + setting + ":propose",
                              json::serialize(json::object{{"value", value}, {"reason", "Agreed by the partners."}}));
  }
  std::string value(const std::string& setting) { return administrator.get("/v1/settings/" + setting).text("/value"); }
  /// Every open clock of every case: `26-0001 rapid-review` → its days.
  std::map<std::string, std::string> due() {
    std::map<std::string, std::string> all;
    auto coordinator = practice.daemon.coordinator();
    const auto cases = texts(coordinator.get("/v1/cases?pageSize=200"), "cases", "case");
    for (const auto& id : cases) {
      const auto answer = coordinator.get("/v1/cases/" + id + "/clocks?pageSize=200").json();
      for (const auto& clock : answer.at("clocks").as_array()) {
        const auto& of = clock.as_object();
        if (of.contains("stoppedOn")) continue;
        const auto* local = of.if_contains("local");
        const auto* due_on = of.if_contains("dueOn");
        all[id + " " + std::string(of.at("clock").as_string())] =
            (due_on == nullptr ? std::string() : std::string(due_on->as_string())) + "|" +
            (local == nullptr ? std::string() : std::string(local->at("dueOn").as_string()));
      }
    }
    return all;
  }
};

std::string day(const json::object& moved, std::string_view name) {
  const auto* value = moved.if_contains(name);
  return value == nullptr ? std::string() : std::string(value->as_string());
}

/// The days that a list of moves promises.
std::map<std::string, std::string> promised(const json::value& moves, const std::string& suffix) {
  std::map<std::string, std::string> all;
  for (const auto& one : moves.at("clocks").as_array()) {
    const auto& moved = one.as_object();
    all[day(moved, "case") + " " + day(moved, "clock")] =
        day(moved, "due" + suffix) + "|" + day(moved, "localDue" + suffix);
  }
  return all;
}

/// What moved between two readings, as it is after and as it was before.
using Moved = std::pair<std::map<std::string, std::string>, std::map<std::string, std::string>>;
Moved difference(const std::map<std::string, std::string>& before, const std::map<std::string, std::string>& after) {
  Moved moved;
  for (const auto& [clock, days] : after) {
    const auto earlier = before.find(clock);
    if (earlier != before.end() && earlier->second == days) continue;
    moved.first[clock] = days;
    moved.second[clock] = earlier == before.end() ? "|" : earlier->second;
  }
  return moved;
}

void fill(Practice& practice) {
  practice.submitted_case();
  practice.notified_case();
  practice.day("2026-01-05");
  practice.open();
  practice.day("2026-01-08");
}

const std::string shut =
    R"({"change":"add","from":"2026-01-09","through":"2026-01-12","name":"SettingsOffice move","kind":"closure")";

TEST_CASE("Days off move the deadlines that the preview named, as it named them, once another approves", "[service]") {
  SettingsOffice office;
  fill(office.practice);
  const auto before = office.due();
  const auto preview = office.practice.coordinator.post(at_closures + ":preview", shut + "}").json();
  CHECK(preview.at("count").as_int64() > 0);
  const auto made = office.administrator.post(at_closures + ":propose", shut + R"(,"reason":"We move."})");
  CHECK(office.due() == before);
  CHECK(office.administrator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").code() ==
        "second-person-required");
  const auto shown = office.practice.coordinator.get("/v1/approvals/" + made.text("/approval")).json();
  CHECK(shown.at("moves") == preview);
  CHECK(office.approve(made).status == 200);
  const auto moved = difference(before, office.due());
  CHECK(moved.first == promised(preview, "After"));
  CHECK(moved.second == promised(preview, "Before"));
  CHECK(static_cast<std::int64_t>(moved.first.size()) == preview.at("count").as_int64());

  // The lists know it too, and a new start computes the same.
  const auto after = office.due();
  const auto listed = office.practice.coordinator.get("/v1/cases/-/clocks?filter=clock=notify-panel").body;
  office.practice.daemon.stop();
  office.practice.daemon.start();
  CHECK(office.due() == after);
  CHECK(office.practice.daemon.coordinator().get("/v1/cases/-/clocks?filter=clock=notify-panel").body == listed);
}

TEST_CASE("Days off can be taken back, and then everything is due as before", "[service]") {
  SettingsOffice office;
  fill(office.practice);
  const auto before = office.due();
  REQUIRE(
      office.approve(office.administrator.post(at_closures + ":propose", shut + R"(,"reason":"We move."})")).status ==
      200);
  CHECK(office.due() != before);
  const auto closures = office.administrator.get(at_closures).json();
  REQUIRE(closures.at("closures").as_array().size() == 2);
  CHECK(closures.at("closures").at(0).at("origin") == "SERVICE");
  const std::string back = R"({"change":"remove","from":"2026-01-09","through":"2026-01-12","reason":"We stay."})";
  REQUIRE(office.approve(office.administrator.post(at_closures + ":propose", back)).status == 200);
  CHECK(office.due() == before);
  CHECK(office.administrator.get(at_closures).json().at("closures").as_array().empty());
}

TEST_CASE("A bank holiday announced later is one in the calendar", "[service]") {
  SettingsOffice office;
  const std::string holiday =
      R"({"change":"add","from":"2026-06-15","name":"Invented holiday","kind":"bank-holiday","reason":"Announced."})";
  REQUIRE(office.approve(office.administrator.post(at_closures + ":propose", holiday)).status == 200);
  const auto calendar = office.practice.coordinator.get("/v1/calendars/england-and-wales").json();
  bool found = false;
  for (const auto& day : calendar.at("holidays").as_array()) {
    if (day.at("date") == "2026-06-15") found = day.at("kind") == "one-off";
  }
  CHECK(found);
}

TEST_CASE("Days off that cannot be are refused with their field", "[service]") {
  SettingsOffice office;
  const auto refused = [&](const std::string& body, const std::string& pointer) {
    const auto answer = office.administrator.post(at_closures + ":preview", body);
    INFO(body << answer.body);
    CHECK(answer.text("/violations/0/pointer") == pointer);
  };
  refused(R"({"change":"add","from":"soon","name":"x","kind":"closure"})", "/from");
  refused(R"({"change":"add","from":"2026-01-09","through":"2026-03-09","name":"x","kind":"closure"})", "/through");
  refused(R"({"change":"add","from":"2026-01-10","name":"Saturday","kind":"closure"})", "/from");
  refused(R"({"change":"add","from":"2190-01-10","name":"Far","kind":"closure"})", "/from");
  refused(R"({"change":"add","from":"2026-01-09","kind":"closure"})", "/name");
  refused(R"({"change":"add","from":"2026-01-09","name":"x","kind":"party"})", "/kind");
  refused(R"({"change":"remove","from":"2026-01-09"})", "/from");
  refused(R"({"change":"swap","from":"2026-01-09"})", "/change");
}

TEST_CASE("An administrator is told how many deadlines move, and of no case", "[service]") {
  SettingsOffice office;
  fill(office.practice);
  const auto answer = office.administrator.post(at_closures + ":preview", shut + "}");
  CHECK(answer.json().at("count").as_int64() > 0);
  CHECK(answer.json().at("clocks").as_array().empty());
  CHECK(answer.body.find("26-0") == std::string::npos);
  const auto made = office.administrator.post(at_closures + ":propose", shut + R"(,"reason":"We move."})");
  CHECK(office.administrator.get("/v1/approvals/" + made.text("/approval")).body.find("26-0001") == std::string::npos);
}

TEST_CASE("The partnership's own rules are checked, previewed, approved, and in force at once", "[service]") {
  SettingsOffice office;
  fill(office.practice);
  const std::string rules =
      "id = \"moorcombe\"\nname = \"Moorcombe Partnership\"\n\n[[local]]\nclock = \"rapid-review\"\nfrom = 2018-06-29\n"
      "length = 12\nunit = \"working-days\"\ncounting = \"same-day\"\ncites = [{ source = \"devon-scp\" }]\n"
      "grade = \"S\"\n";
  const auto preview_of = [&](const std::string& text) {
    return office.practice.coordinator.post("/v1/settings/overlay-law:preview",
                                            json::serialize(json::object{{"value", text}}));
  };
  const auto broken = preview_of("id = \"moorcombe\"\nname = \n");
  CHECK(broken.status == 400);
  CHECK(broken.text("/violations/0/message").find("line 2") != std::string::npos);
  auto unknown = rules;
  unknown.replace(unknown.find("rapid-review"), 12, "no-such-rule");
  const auto faulty = preview_of(unknown);
  CHECK(faulty.status == 400);
  CHECK(faulty.text("/violations/0/message").find("Line 5") != std::string::npos);

  const auto before = office.due();
  const auto preview = preview_of(rules);
  REQUIRE(preview.status == 200);
  REQUIRE(office.approve(office.propose("overlay-law", rules)).status == 200);
  const auto moved = difference(before, office.due());
  CHECK_FALSE(moved.first.empty());
  CHECK(moved.first == promised(preview.json().at("moves"), "After"));
  CHECK(office.practice.coordinator.get("/v1/law").text("/partnership/name") == "Moorcombe Partnership");
  REQUIRE(office.approve(office.propose("overlay-law", "")).status == 200);
  CHECK(office.due() == before);
  const auto history = office.administrator.get("/v1/settings/overlay-law").json().at("history").as_array();
  CHECK(history.size() == 2);
  CHECK(history.at(0).at("changedBy") == "people/coordinator-1");
}

TEST_CASE("Bodies that sign and the quorum hold at once, and must hold together", "[service]") {
  SettingsOffice office;
  CHECK(office.value("quorum") == "3");
  const auto impossible = office.propose("quorum", "4");
  CHECK(impossible.status == 400);
  CHECK(impossible.text("/violations/0/pointer") == "/value");
  REQUIRE(office.approve(office.propose("sign-off-bodies", "LOCAL_AUTHORITY POLICE")).status == 200);
  CHECK(office.value("sign-off-bodies") == "LOCAL_AUTHORITY, POLICE");
  const auto law = office.practice.coordinator.get("/v1/law").json();
  CHECK(law.at("partnership").at("signOffBodies").as_array().size() == 2);
  office.practice.daemon.stop();
  office.practice.daemon.start();
  auto administrator = office.practice.daemon.administrator();
  CHECK(administrator.get("/v1/settings/sign-off-bodies").text("/origin") == "SERVICE");
}

TEST_CASE("Each setting says what it takes", "[service]") {
  SettingsOffice office;
  for (const auto& [setting, value] : std::map<std::string, std::string>{{"coordinator-mailbox", "nobody"},
                                                                         {"coordinator-telephone", "call me"},
                                                                         {"content-notes", "perhaps"},
                                                                         {"quorum", "many"},
                                                                         {"sign-off-bodies", "The Police"},
                                                                         {"partnership-name", "a\nb"}}) {
    INFO(setting);
    CHECK(office.propose(setting, value).text("/violations/0/pointer") == "/value");
  }
  CHECK(office.propose("no-such-setting", "x").status == 404);
  CHECK(office.administrator.get("/v1/settings/no-such-setting").status == 404);
  CHECK(office.practice.coordinator
            .post("/v1/settings/coordinator-name:propose", R"({"value":"Asha Verma","reason":"New."})")
            .status == 403);
  REQUIRE(office.approve(office.propose("coordinator-mailbox", "reviews@moorcombe.example")).status == 200);
  CHECK(office.value("coordinator-mailbox") == "reviews@moorcombe.example");
}

}  // namespace
}  // namespace review::service_test

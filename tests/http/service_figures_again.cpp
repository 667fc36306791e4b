#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/sight_support.hpp"

/// The yearly report of a day, asked for again a year later: what is known of later days is not in it.
namespace review::service_test {
namespace {

namespace json = boost::json;

const std::string asked_for = "?from=2026-01-01&to=2026-12-31";
const std::string as_at_then = asked_for + "&asAt=2026-01-20";

/// Everything as it was given out on a day, by address.
std::vector<std::string> given_out(HttpCaller& caller, const std::string& query) {
  std::vector<std::string> all;
  for (const auto* address : {"/v1/figures", "/v1/figures/notifications:csv", "/v1/figures:spreadsheet"}) {
    const auto answer = caller.get(address + query);
    INFO(address << query);
    REQUIRE(answer.status == 200);
    all.push_back(answer.body);
  }
  return all;
}

struct LaterYear {
  Practice practice{};
  HttpCaller administrator = practice.daemon.administrator();
  std::string id;
  std::string notification;

  /// Notified a day late, as the days off were known on 20 January.
  LaterYear() {
    practice.day("2026-01-05");
    id = practice.open();
    practice.day("2026-01-13");
    notification = std::string(practice.add(id, notified).at("entry").as_string());
    practice.day("2026-01-20");
  }

  void settle(const HttpAnswer& made) {
    INFO(made.body);
    REQUIRE(made.status == 201);
    REQUIRE(practice.coordinator.post("/v1/approvals/" + made.text("/approval") + ":approve", "").status == 200);
  }
  void add_holiday() {
    settle(administrator.post("/v1/calendars/england-and-wales/closures:propose",
                              R"({"change":"add","from":"2026-01-09","name":"Invented holiday",)"
                              R"("kind":"bank-holiday","reason":"Proclaimed late."})"));
  }
  [[nodiscard]] std::int64_t late(const std::string& query) {
    const auto figures = practice.coordinator.get("/v1/figures/notifications/late/all" + query);
    REQUIRE(figures.status == 200);
    return static_cast<std::int64_t>(figures.json().at("behind").as_array().size());
  }
};

TEST_CASE("A report of a day is the same bytes a year later, whatever was recorded, corrected and settled since",
          "[service]") {
  LaterYear later;
  auto& practice = later.practice;
  const auto then = given_out(practice.coordinator, asked_for);
  CHECK(then == given_out(practice.coordinator, as_at_then));

  practice.day("2026-01-21");
  later.add_holiday();
  practice.day("2026-03-02");
  practice.add(later.id, fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"The letter went a day earlier.",)"
                                     R"("replacement":{{"occurredOn":"2026-01-12",)"
                                     R"("panelNotified":{{"reference":"SIN-EXAMPLE-1"}}}}}}}})",
                                     later.notification));
  const auto noted = practice.add(later.id, note);
  practice.add(later.id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"MISTAKE"}}}})",
                                     std::string(noted.at("entry").as_string())));
  later.settle(later.administrator.post("/v1/settings/partnership-name:propose",
                                        R"({"value":"Another name","reason":"Agreed by the partners."})"));
  practice.day("2027-01-20");
  static_cast<void>(practice.open());

  CHECK(given_out(practice.coordinator, as_at_then) == then);
  CHECK(later.late(as_at_then) == 1);
  // As at a day on which the holiday was known it was in time.
  CHECK(later.late(asked_for + "&asAt=2026-01-21") == 0);
  CHECK(practice.clock(later.id, "notify-panel", "2026-01-20") == "MET_LATE 2026-01-12");
  CHECK(practice.clock(later.id, "notify-panel", "2026-01-21") == "MET 2026-01-13");
  CHECK(practice.clock(later.id, "notify-panel") == "MET 2026-01-13");
  practice.daemon.stop();
  practice.daemon.start();
  auto again = practice.daemon.coordinator();
  CHECK(given_out(again, as_at_then) == then);
}

TEST_CASE("Where no period is asked for, it is that of the day as at which the report is", "[service]") {
  LaterYear later;
  const auto then = later.practice.coordinator.get("/v1/figures").body;
  later.practice.day("2027-05-20");
  const auto again = later.practice.coordinator.get("/v1/figures?asAt=2026-01-20");
  CHECK(again.text("/to") == "2025-03-31");
  CHECK(again.body == then);
}

TEST_CASE("A report says what it was made with, and in what that is other than on its day", "[service]") {
  LaterYear later;
  auto& caller = later.practice.coordinator;
  const auto with = [&](const std::string& query) {
    const auto answer = caller.get("/v1/figures" + query);
    REQUIRE(answer.status == 200);
    return answer.json().at("madeWith").as_object();
  };
  const auto then = with(asked_for);
  CHECK(then.at("otherThan").as_array().empty());
  later.practice.day("2026-01-21");
  later.add_holiday();
  // Made with the days off of that day, it is no other; as at today they are.
  CHECK(with(as_at_then) == then);
  CHECK(with(asked_for).at("daysOff") != then.at("daysOff"));
  CHECK(with(asked_for).at("rules") == then.at("rules"));
  const std::string rules(then.at("rules").as_string());
  CHECK(says(caller.get("/v1/figures/notifications:csv" + as_at_then), "rules " + rules));

  // What was hidden since was recorded by then, and is told of as hidden and no more.
  later.practice.add(later.id, note);
  later.practice.day("2026-01-22");
  CHECK(with(asked_for + "&asAt=2026-01-21").at("otherThan").as_array().empty());
  const auto entries = caller.get("/v1/cases/" + later.id + "/entries?kinds=noteAdded");
  later.practice.add(later.id, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_PERSON"}}}})",
                                           entries.text("/entries/0/entry")));
  const auto hidden = with(asked_for + "&asAt=2026-01-21");
  REQUIRE(hidden.at("otherThan").as_array().size() == 1);
  CHECK(hidden.at("otherThan").at(0) == "HIDDEN");
  CHECK(with(as_at_then).at("otherThan").as_array().empty());
}

}  // namespace
}  // namespace review::service_test

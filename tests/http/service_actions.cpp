#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "tests/http/sight_support.hpp"

/// The registers of actions and of recommendations over all cases, and a round of monitoring.
namespace review::service_test {
namespace {

namespace json = boost::json;

using Words = std::vector<std::string>;

std::string agreed(const std::string& action, const std::string& owner, const std::string& due,
                   const std::string& more = "") {
  return fmt::format(R"({{"actionAgreed":{{"action":"{}","what":"Write {} down.","owner":"{}","dueOn":"{}"{}}}}})",
                     action, action, owner, due, more);
}

std::string updated(const std::string& action, const std::string& more) {
  return fmt::format(R"({{"actionUpdated":{{"action":"{}",{}}}}})", action, more);
}

/// Two cases with three actions: one late and moved, one complete, one that nobody has spoken of.
struct Tracked {
  Practice practice;
  std::string first = practice.open();
  std::string second = practice.open();

  Tracked() {
    practice.add(first, agreed("handovers", "police", "2026-02-02", R"(,"monitoredBy":"SUBGROUP","person":"pat")"));
    practice.add(first, agreed("training", "city-hospital", "2026-06-01", R"(,"monitoredBy":"BOARD")"));
    practice.add(second, agreed("audits", "police", "2026-03-02", R"(,"monitoredBy":"SUBGROUP")"));
    practice.day("2026-02-03");
    practice.add(first, updated("handovers", R"("progress":"RED","update":"Not begun.","dueOn":"2026-03-31",)"
                                             R"("reason":"Nobody to do it.")"));
    practice.add(second, updated("audits", R"("progress":"COMPLETE","reached":"DONE")"));
    practice.day("2026-04-15");
  }

  Words names(const std::string& query = "") {
    return texts(practice.coordinator.get("/v1/actions" + query), "actions", "action");
  }
};

TEST_CASE("The actions of all cases are listed, open ones first and by due day, with what was said of each",
          "[service]") {
  Tracked tracked;
  // Audits were due first, and are complete.
  CHECK(tracked.names() == Words{"handovers", "training", "audits"});
  const auto page = tracked.practice.coordinator.get("/v1/actions?pageSize=2");
  CHECK(tracked.names("?pageSize=2&pageToken=" + page.text("/nextPageToken")) == Words{"audits"});
  const auto answer = tracked.practice.coordinator.get("/v1/actions?filter=owner=POLICE%20AND%20overdue=true");
  INFO(answer.body);
  REQUIRE(texts(answer, "actions", "action") == Words{"handovers"});
  CHECK(answer.text("/actions/0/case") == tracked.first);
  CHECK(answer.text("/actions/0/what") == "Write handovers down.");
  CHECK(answer.text("/actions/0/update") == "Not begun.");
  CHECK(answer.text("/actions/0/progress") == "RED");
  CHECK(answer.text("/actions/0/person") == "pat");
  const auto body = answer.json();
  const auto& row = body.at("actions").as_array().at(0);
  CHECK(row.at("timesMoved").as_int64() == 1);
  CHECK(row.at("overdue").as_bool());
  // As often as the group looks, where nothing was said of the action.
  CHECK(row.at("monitoredEvery").as_int64() == 3);
  CHECK(tracked.names("?filter=monitoredBy=BOARD") == Words{"training"});
  CHECK(tracked.names("?filter=progress=COMPLETE") == Words{"audits"});
  CHECK(tracked.names("?filter=case=" + tracked.second) == Words{"audits"});
  CHECK(tracked.practice.coordinator.get("/v1/actions?filter=case=26-9999").status == 400);
  CHECK(tracked.practice.coordinator.get("/v1/actions?filter=colour=red").status == 400);
}

TEST_CASE("An immediate action of a rapid review stands in the register as any other", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"immediateActionTaken":{"what":"A safety plan.","by":"POLICE"}})");
  practice.add(id, R"({"immediateActionTaken":{"what":"Tell the school.","by":"POLICE","dueOn":"2026-01-12"}})");
  const auto all = practice.coordinator.get("/v1/actions");
  INFO(all.body);
  CHECK(texts(all, "actions", "what") == Words{"Tell the school.", "A safety plan."});
  CHECK(texts(practice.coordinator.get("/v1/actions?filter=progress=COMPLETE"), "actions", "what") ==
        Words{"A safety plan."});
}

TEST_CASE("The register of actions comes page by page, and whole as a file", "[service]") {
  Tracked tracked;
  Words seen;
  std::string token;
  do {
    const auto page = tracked.practice.coordinator.get("/v1/actions?pageSize=1&pageToken=" + token);
    REQUIRE(page.status == 200);
    for (const auto& one : texts(page, "actions", "action")) seen.push_back(one);
    REQUIRE(seen.size() <= 3);
    token = page.text("/nextPageToken");
  } while (!token.empty());
  CHECK(seen == Words{"handovers", "training", "audits"});
  const auto file = tracked.practice.coordinator.get("/v1/actions:csv?filter=progress=RED");
  CHECK(file.status == 200);
  CHECK(says(file, tracked.first + ",handovers,Write handovers down.,police,pat,,2026-03-31,yes,RED,,1"));
  CHECK_FALSE(says(file, "training"));
}

TEST_CASE("An agency's contact sees and updates its own actions, in the cases that it belongs to", "[service]") {
  Tracked tracked;
  auto pat = somebody(tracked.practice, "pat", "agency-contact");
  CHECK(texts(pat.get("/v1/actions"), "actions", "action").empty());
  tracked.practice.add(tracked.first, member_of("pat", "police", "AGENCY_CONTACT"));
  const auto own = pat.get("/v1/actions");
  INFO(own.body);
  CHECK(texts(own, "actions", "action") == Words{"handovers"});
  CHECK(own.text("/actions/0/what") == "Write handovers down.");
  CHECK_FALSE(says(own, "training"));
  CHECK_FALSE(says(pat.get("/v1/actions:csv"), "training"));
  const auto entries = "/v1/cases/" + tracked.first + "/entries";
  CHECK(pat.post(entries, updated("handovers", R"("progress":"GREEN","update":"Begun.")")).status == 201);
  CHECK(pat.post(entries, updated("training", R"("progress":"GREEN")")).status == 403);
  CHECK(says(pat.get("/v1/cases/" + tracked.first), "actionUpdated"));
  // That another agency has an action, a contact does not hear.
  tracked.practice.add(tracked.second, member_of("pat", "city-hospital", "AGENCY_CONTACT"));
  CHECK_FALSE(says(pat.get("/v1/cases/" + tracked.second), "actionUpdated"));
  CHECK(pat.get("/v1/recommendations").status == 403);
  CHECK(pat.get("/v1/recommendations:csv").status == 403);
  CHECK(pat.get("/v1/actions/monitoring?from=2026-01-01&to=2026-03-31").status == 403);
}

TEST_CASE("Who watches over an action, and how often, is not for its owner to say", "[service]") {
  Tracked tracked;
  auto pat = somebody(tracked.practice, "pat", "agency-contact");
  tracked.practice.add(tracked.first, member_of("pat", "police", "AGENCY_CONTACT"));
  const auto entries = "/v1/cases/" + tracked.first + "/entries";
  for (const std::string said : {R"("monitoredBy":"BOARD")", R"("monitoredEvery":24)"}) {
    const auto refused = pat.post(entries, updated("handovers", R"("progress":"GREEN",)" + said));
    INFO(refused.body);
    CHECK(refused.status == 403);
    CHECK(refused.code() == "not-permitted");
    CHECK(refused.text("/violations/0/pointer") == "/actionUpdated/" + said.substr(1, said.find(':') - 2));
    CHECK(tracked.practice.coordinator.post(entries, updated("handovers", R"("progress":"GREEN",)" + said)).status ==
          201);
  }
}

TEST_CASE("The words that a correction took back are shown to no agency", "[service]") {
  Tracked tracked;
  auto pat = somebody(tracked.practice, "pat", "agency-contact");
  tracked.practice.add(tracked.first, member_of("pat", "police", "AGENCY_CONTACT"));
  REQUIRE(says(pat.get("/v1/actions"), "Write handovers down."));
  const auto kinds = "/v1/cases/" + tracked.first + "/entries?kinds=actionAgreed";
  const auto entry = texts(tracked.practice.coordinator.get(kinds), "entries", "entry").front();
  tracked.practice.add(
      tracked.first,
      fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Too much was said.","replacement":{{"actionAgreed":)"
                  R"({{"action":"handovers","what":"Write it down.","owner":"police","dueOn":"2026-02-02"}}}}}}}})",
                  entry));
  CHECK_FALSE(says(pat.get("/v1/actions"), "Write handovers down."));
  CHECK(texts(pat.get("/v1/actions"), "actions", "action") == Words{"handovers"});
  CHECK(says(tracked.practice.coordinator.get("/v1/actions"), "Write it down."));
}

TEST_CASE("What a reader does not see of a case is in no register", "[service]") {
  Tracked tracked;
  auto ben = somebody(tracked.practice, "ben", "coordinator");
  CHECK(texts(ben.get("/v1/actions"), "actions", "action").size() == 3);
  tracked.practice.add(tracked.first, conflict_of("ben", "EXCLUDED"));
  CHECK(texts(ben.get("/v1/actions"), "actions", "action") == Words{"audits"});
  const auto round = ben.get("/v1/actions/monitoring?from=2026-01-01&to=2026-03-31");
  CHECK_FALSE(says(round, "handovers"));
  CHECK_FALSE(says(ben.get("/v1/actions:csv"), "handovers"));
  // Nor is the case named by an action of another case that serves a recommendation of it.
  tracked.practice.add(tracked.first, R"({"recommendationMade":{"text":"Invented.","to":["POLICE"]}})");
  tracked.practice.add(
      tracked.second,
      agreed("shared", "police", "2026-09-01",
             fmt::format(R"(,"serves":[{{"recommendation":"recommendation-1","ofCase":"{}"}}])", tracked.first)));
  CHECK(says(tracked.practice.coordinator.get("/v1/cases/" + tracked.second), "ofCase"));
  for (const auto* list : {"/v1/actions", "/v1/recommendations"}) {
    INFO(list);
    CHECK_FALSE(says(ben.get(list), tracked.first));
  }
  CHECK_FALSE(says(ben.get("/v1/cases/" + tracked.second), "ofCase"));
  CHECK_FALSE(says(ben.get("/v1/cases/" + tracked.second + "/entries"), "ofCase"));
}

TEST_CASE("An action cannot serve a recommendation of a case that its recorder does not see", "[service]") {
  Tracked tracked;
  tracked.practice.add(tracked.first, R"({"recommendationMade":{"text":"Invented.","to":["POLICE"]}})");
  tracked.practice.add(tracked.first, conflict_of("ben", "EXCLUDED"));
  auto ben = somebody(tracked.practice, "ben", "coordinator");
  const auto shared = [&](const std::string& of_case) {
    return ben.post(
        "/v1/cases/" + tracked.second + "/entries",
        agreed("shared", "police", "2026-09-01",
               fmt::format(R"(,"serves":[{{"recommendation":"recommendation-1","ofCase":"{}"}}])", of_case)));
  };
  const auto hidden = shared(tracked.first);
  const auto absent = shared("26-9999");
  CHECK(hidden.status == 409);
  CHECK(without(hidden.text("/detail"), tracked.first) == without(absent.text("/detail"), "26-9999"));
}

TEST_CASE("Recommendations are listed with the state of each body", "[service]") {
  Practice practice;
  const auto id = practice.open();
  practice.add(id, R"({"recommendationMade":{"text":"Change the form.","kind":"NATIONAL","to":["PANEL","OFSTED"]}})");
  practice.add(id, R"({"recommendationMade":{"text":"Write it down.","kind":"SINGLE_AGENCY","to":["police"]}})");
  practice.day("2026-01-20");
  practice.add(id, R"({"recommendationAnswered":{"recommendation":"recommendation-1","by":"OFSTED",)"
                   R"("answer":"MODIFIED","modified":"Change it next year."}})");
  const auto all = practice.coordinator.get("/v1/recommendations");
  INFO(all.body);
  CHECK(texts(all, "recommendations", "to") == Words{"PANEL", "OFSTED", "police"});
  CHECK(texts(all, "recommendations", "state") == Words{"AWAITED", "MODIFIED", "AWAITED"});
  const auto answered = practice.coordinator.get("/v1/recommendations?filter=state=MODIFIED");
  CHECK(answered.text("/recommendations/0/modified") == "Change it next year.");
  CHECK(answered.text("/recommendations/0/answeredOn") == "2026-01-20");
  CHECK(texts(practice.coordinator.get("/v1/recommendations?filter=kind=NATIONAL%20AND%20state=AWAITED"),
              "recommendations", "to") == Words{"PANEL"});
  CHECK(
      says(practice.coordinator.get("/v1/recommendations:csv"), ",Change the form.,NATIONAL,2026-01-05,PANEL,AWAITED"));
  CHECK(practice.clock(id, "recommendation-answer:recommendation-1:panel") == "RUNNING 2026-04-05");
  CHECK(practice.clock(id, "recommendation-answer:recommendation-1:ofsted") == "MET 2026-04-05");
}

TEST_CASE("A round of monitoring is told as the actions stood when it ended", "[service]") {
  Tracked tracked;
  auto& caller = tracked.practice.coordinator;
  // What is said after the round is no part of it.
  tracked.practice.add(tracked.first, updated("training", R"("progress":"GREEN","update":"All trained.")"));
  const auto round = caller.get("/v1/actions/monitoring?from=2026-01-06&to=2026-03-31");
  INFO(round.body);
  REQUIRE(round.status == 200);
  CHECK(round.text("/asOf") == "2026-03-31");
  CHECK(texts(round, "actions", "action") == Words{"handovers", "training", "audits"});
  const auto body = round.json();
  const auto& counts = body.at("counts").as_object();
  CHECK(counts.at("all").as_int64() == 3);
  CHECK(counts.at("completed").as_int64() == 1);
  CHECK(counts.at("red").as_int64() == 1);
  CHECK(counts.at("slipped").as_int64() == 1);
  CHECK(counts.at("notUpdated").as_int64() == 1);
  CHECK(counts.at("overdue").as_int64() == 0);
  CHECK_FALSE(says(round, "All trained."));
  const auto now = caller.get("/v1/actions/monitoring?from=2026-04-01&to=2026-06-30");
  CHECK(now.text("/asOf") == "2026-04-15");
  CHECK(says(now, "All trained."));
  const auto after = now.json();
  CHECK(after.at("counts").at("overdue").as_int64() == 1);
  CHECK(after.at("counts").at("slipped").as_int64() == 0);
  const auto board = caller.get("/v1/actions/monitoring?from=2026-01-06&to=2026-03-31&monitoredBy=BOARD");
  CHECK(texts(board, "actions", "action") == Words{"training"});
  CHECK(board.text("/group/title") == "Partnership board");
  CHECK(says(caller.get("/v1/actions/monitoring:csv?from=2026-01-06&to=2026-03-31"), ",1,RED; SLIPPED"));
}

TEST_CASE("A round has two days in their order, has begun, and is of a group that there is", "[service]") {
  Practice practice;
  const auto asked = [&](const std::string& query) {
    const auto answer = practice.coordinator.get("/v1/actions/monitoring" + query);
    return answer.status == 400 ? answer.text("/violations/0/pointer") : std::to_string(answer.status);
  };
  CHECK(asked("?from=2026-01-01&to=2026-03-31") == "200");
  CHECK(asked("") == "/from");
  CHECK(asked("?from=2026-01-01") == "/to");
  CHECK(asked("?from=2026-01-02&to=2026-01-01") == "/to");
  CHECK(asked("?from=2026-01-06&to=2026-03-31") == "/from");
  CHECK(asked("?from=2026-01-01&to=2026-03-31&monitoredBy=NOBODY") == "/monitoredBy");
}

TEST_CASE("The words of a recommendation or an action are asked about in a preview, and refused in none", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto preview = [&](const std::string& body) {
    return practice.coordinator.post("/v1/cases/" + id + "/entries?validateOnly=true", body);
  };
  const auto vague =
      R"({"actionAgreed":{"what":"Ensure that staff are aware.","owner":"police","dueOn":"2026-09-01"}})";
  const auto told = preview(vague);
  INFO(told.body);
  CHECK(told.status == 200);
  CHECK(texts(told, "advice", "prompt") == Words{"specific", "who", "how-known"});
  CHECK(told.text("/advice/0/found") == "Ensure");
  CHECK_FALSE(says(preview(note), "advice"));
  practice.add(id, vague);
}

}  // namespace
}  // namespace review::service_test

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "libreview/calendar/london.hpp"
#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

const HttpFields ndjson{{"Content-Type", "application/x-ndjson"}};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A case without what changes when it moves: when and by whom it was recorded.
boost::json::object moved(boost::json::object shown) {
  shown.erase("openedOn");
  return shown;
}

TEST_CASE("A store that was exported and imported elsewhere has the same cases and clocks", "[service]") {
  Practice from;
  const auto accepted = from.accepted_case();
  const auto small = from.open();
  from.add(small, note);
  const auto wrong = from.add(small, R"({"noteAdded":{"text":"About another child."}})");
  from.add(small, fmt::format(R"({{"entryWithdrawn":{{"entry":"{}","reason":"WRONG_PERSON"}}}})",
                              std::string(wrong.at("entry").as_string())));
  from.day("2026-06-15");
  const auto exported = from.coordinator.get("/v1/export");
  REQUIRE(exported.status == 200);
  CHECK(exported.header("Content-Type") == "application/x-ndjson");
  CHECK(static_cast<std::int64_t>(lines_of(exported.body).size()) == from.size());

  Practice to;
  to.day("2026-06-15");
  const auto dry = to.coordinator.post("/v1/import?dryRun=true", exported.body, ndjson);
  INFO(dry.body);
  CHECK(dry.status == 200);
  CHECK_FALSE(dry.json().at("stored").as_bool());
  CHECK(to.size() == 0);
  const auto imported = to.coordinator.post("/v1/import", exported.body, ndjson);
  INFO(imported.body);
  REQUIRE(imported.status == 200);
  CHECK(imported.json().at("taken").as_int64() == from.size());
  CHECK(to.size() == from.size());
  for (const auto& id : {accepted, small}) CHECK(moved(to.show(id)) == moved(from.show(id)));
  const auto first = to.coordinator.get("/v1/cases/" + accepted + "/entries");
  CHECK(first.text("/entries/0/source/recordedTime").substr(0, 10) == "2026-01-05");
  const auto recorded = parse_instant(first.text("/entries/0/recordedTime"));
  REQUIRE(recorded);
  CHECK(london_day(*recorded).iso() == "2026-06-15");
  CHECK(to.coordinator.post("/v1/journal:verify", "").json().at("verifies").as_bool());

  // A second time nothing is taken, and the next case has a reference of its own.
  CHECK(to.coordinator.post("/v1/import", exported.body, ndjson).status == 409);
  CHECK(to.size() == from.size());
  CHECK(to.open() == "26-0003");
}

TEST_CASE("An import takes all rows or none, and says which rows are faulty", "[service]") {
  Practice practice;
  const std::string good = R"({"entry":"e1","case":"25-0001","noteAdded":{"text":"a"}})";
  const std::string opening =
      R"({"entry":"e0","case":"25-0001","incidentLogged":{"localAuthorityAwareOn":"2025-01-06","harm":"DEATH",)"
      R"("abuseOrNeglect":"KNOWN"}})";
  const std::string rows = opening + "\n" + good + "\n\n" + "no JSON\n" + R"({"case":"25-0001","noteAdded":{}})" +
                           "\n" + R"({"noteAdded":{"text":"nowhere"}})" + "\n" + good + "\n";
  const auto answer = practice.coordinator.post("/v1/import", rows, ndjson);
  INFO(answer.body);
  CHECK(answer.status == 409);
  CHECK_FALSE(answer.json().at("stored").as_bool());
  std::vector<std::int64_t> lines;
  const auto value = answer.json();
  for (const auto& fault : value.at("faults").as_array()) lines.push_back(fault.at("line").as_int64());
  CHECK(lines == std::vector<std::int64_t>{4, 5, 6, 7});
  CHECK(texts(answer, "faults", "code") ==
        std::vector<std::string>{"malformed", "missing-field", "missing-field", "already-recorded"});
  CHECK(answer.text("/faults/1/violations/0/pointer") == "/noteAdded/text");
  CHECK(practice.size() == 0);
  CHECK(practice.coordinator.get("/v1/cases/25-0001").status == 404);
  CHECK(practice.coordinator.post("/v1/import", opening + "\n" + good, ndjson).status == 200);
  CHECK(practice.coordinator.post("/v1/import", good).status == 415);
  CHECK(practice.size() == 2);
}

TEST_CASE("The journal is verified against a head, and a backup has the same one", "[service]") {
  Practice practice;
  const auto id = practice.open();
  auto administrator = practice.daemon.administrator();
  const auto early = administrator.get("/v1/journal/head");
  const std::string head = fmt::format("{} {}", early.json().at("size").as_int64(), early.text("/root"));
  practice.add(id, note);
  const auto verified = administrator.post("/v1/journal:verify", fmt::format(R"({{"against":"{}"}})", head));
  INFO(verified.body);
  CHECK(verified.json().at("verifies").as_bool());
  CHECK(verified.json().at("checked").as_int64() == 2);
  const std::string other = "1 " + std::string(64, '0');
  const auto against = administrator.post("/v1/journal:verify", fmt::format(R"({{"against":"{}"}})", other));
  CHECK(against.status == 200);
  CHECK_FALSE(against.json().at("verifies").as_bool());
  CHECK(administrator.post("/v1/journal:verify", R"({"against":"nonsense"})").status == 400);
  CHECK(administrator.post("/v1/store:check", "").json().at("good").as_bool());
  CHECK(administrator.post("/v1/views:rebuild", "").status == 200);
  CHECK(practice.coordinator.post("/v1/views:rebuild", "").status == 403);

  const auto copy = (practice.daemon / "backup.db").string();
  const std::string wish = fmt::format(R"({{"to":"{}"}})", copy);
  const auto backup = administrator.post("/v1/store:backup", wish);
  INFO(backup.body);
  REQUIRE(backup.status == 200);
  CHECK(backup.text("/root") == administrator.get("/v1/journal/head").text("/root"));
  CHECK(administrator.post("/v1/store:backup", wish).status >= 400);
  CHECK(administrator.post("/v1/store:backup", R"({"to":"relative.db"})").status == 400);
  CHECK(administrator.post("/v1/store:backup", "{}").text("/violations/0/pointer") == "/to");

  // Somebody opens the copy: it has the case.
  REQUIRE(practice.daemon.stop() == 0);
  std::filesystem::remove(practice.daemon.store());
  std::filesystem::remove(practice.daemon.store().string() + "-wal");
  std::filesystem::rename(copy, practice.daemon.store());
  practice.daemon.start();
  auto coordinator = practice.daemon.caller(practice.coordinator.token());
  CHECK(coordinator.get("/v1/cases/" + id + "/entries").json().at("entries").as_array().size() == 2);
}

TEST_CASE("Views that are made again answer the same", "[service]") {
  Practice practice;
  const auto id = practice.accepted_case();
  auto administrator = practice.daemon.administrator();
  std::vector<std::string> before;
  const std::vector<std::string> targets{"/v1/cases", "/v1/cases/" + id, "/v1/cases/-/clocks",
                                         "/v1/cases/" + id + "/clocks"};
  for (const auto& target : targets) before.push_back(practice.coordinator.get(target).body);
  REQUIRE(administrator.post("/v1/views:rebuild", "").status == 200);
  for (std::size_t i = 0; i < targets.size(); ++i) CHECK(practice.coordinator.get(targets[i]).body == before[i]);
}

}  // namespace
}  // namespace review::service_test

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/http/service_support.hpp"

/// What the service does with a store that somebody changed behind its back.
namespace review::service_test {
namespace {

/// Makes another entry out of the first note of the case.
void alter(const std::filesystem::path& file, const std::string& case_id) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec("DROP TRIGGER entries_stay");
  SQLite::Statement change(database,
                           "UPDATE entries SET leaf = replace(leaf, 'noteAdded', 'noteAddee') "
                           "WHERE record = ? AND version = 2");
  change.bind(1, "cases/" + case_id);
  REQUIRE(change.exec() == 1);
}

TEST_CASE("A case with an altered entry takes no more entries, and the others go on", "[service]") {
  Practice practice;
  const auto altered = practice.open();
  practice.add(altered, note);
  const auto other = practice.open();
  // The newest hundred are verified before the service starts.
  for (int i = 0; i < 110; ++i) practice.add(other, note);
  REQUIRE(practice.daemon.stop() == 0);
  alter(practice.daemon.store(), altered);
  practice.daemon.start();
  auto coordinator = practice.daemon.caller(practice.coordinator.token());
  const auto size = [&] { return coordinator.get("/v1/journal/head").json().at("size").as_int64(); };
  const auto before = size();

  const auto refused = coordinator.post("/v1/cases/" + altered + "/entries", note);
  INFO(refused.body);
  CHECK(refused.status == 503);
  CHECK(refused.code() == "read-only");
  CHECK(refused.body.find("journal verify") != std::string::npos);
  CHECK(practice.daemon.said().find("\"event\":\"store-failed\",\"what\":\"Entry 2 of the log, of cases/" + altered) !=
        std::string::npos);
  CHECK(refused.body.find("noteAddee") == std::string::npos);
  CHECK(size() == before);
  CHECK(coordinator.get("/v1/cases/" + altered + "/entries").status == 503);
  CHECK(coordinator.post("/v1/cases/" + other + "/entries", note).status == 201);
  CHECK(size() == before + 1);

  const auto verified = practice.daemon.administrator().post("/v1/journal:verify", "");
  INFO(verified.body);
  CHECK(verified.body.find("\"verifies\":false") != std::string::npos);
}

}  // namespace
}  // namespace review::service_test

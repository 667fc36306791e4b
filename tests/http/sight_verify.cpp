#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/http/sight_support.hpp"

/// Who may have the record verified, and whom a fault in it names which case to.
namespace review::service_test {
namespace {

TEST_CASE("The whole record is verified for who answers for it, and for nobody else", "[service]") {
  Practice practice;
  const std::map<std::string, int> expected = {{"coordinator", 200}, {"information-governance", 200}, {"reader", 403},
                                               {"chair", 403},       {"panel-member", 403},           {"reviewer", 403},
                                               {"scrutineer", 403},  {"agency-contact", 403},         {"script", 403}};
  for (const auto& [role, status] : expected) {
    INFO(role);
    CHECK(somebody(practice, "a-" + role, role).post("/v1/journal:verify", "").status == status);
  }
  CHECK(practice.daemon.administrator().post("/v1/journal:verify", "").status == 200);
}

/// Makes another entry out of the newest note of the case.
void alter(const std::filesystem::path& file, const std::string& case_id) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec("DROP TRIGGER entries_stay");
  SQLite::Statement change(database,
                           "UPDATE entries SET leaf = replace(leaf, 'noteAdded', 'noteAddee') "
                           "WHERE record = ? AND version = 2");
  change.bind(1, "cases/" + case_id);
  REQUIRE(change.exec() == 1);
}

TEST_CASE("A fault in the record names the case to who sees the case alone", "[service]") {
  Practice practice;
  const auto altered = practice.open();
  practice.add(altered, note);
  const auto other = practice.open();
  // The newest hundred are verified before the service starts.
  for (int i = 0; i < 110; ++i) practice.add(other, note);
  const auto cora = practice.daemon.issue("cora", "coordinator");
  const auto administrator = practice.daemon.administrator_token();
  practice.add(altered, conflict_of("cora", "EXCLUDED"));
  REQUIRE(practice.daemon.stop() == 0);
  alter(practice.daemon.store(), altered);
  practice.daemon.start();
  const auto verified = [&](const std::string& token) {
    return practice.daemon.caller(token).post("/v1/journal:verify", "");
  };
  const auto whole = verified(practice.coordinator.token());
  INFO(whole.body);
  CHECK_FALSE(whole.json().at("verifies").as_bool());
  CHECK(whole.text("/firstBad/record") == "cases/" + altered);
  for (const auto& token : {cora, administrator}) {
    const auto answer = verified(token);
    CHECK_FALSE(answer.json().at("verifies").as_bool());
    CHECK(answer.json().at("firstBad").at("sequence").as_int64() == 2);
    CHECK_FALSE(says(answer, altered));
  }
  CHECK_FALSE(says(practice.daemon.caller(administrator).post("/v1/store:check", ""), altered));
}

}  // namespace
}  // namespace review::service_test

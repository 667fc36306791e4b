#include <catch2/catch.hpp>

#include "tests/unit/journal_support.hpp"

namespace review::journal_test {
namespace {

TEST_CASE("No statement changes or removes what the journal holds", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 6);
  const auto head = memory.journal.head();
  const auto* sql = GENERATE(
      "UPDATE entries SET open = '{}' WHERE seq = 2", "UPDATE entries SET seq = 9 WHERE seq = 6",
      "DELETE FROM entries WHERE seq = 6", "DELETE FROM entries",
      "INSERT OR REPLACE INTO entries SELECT seq, record, version, entry, leaf, open_salt, '{}' FROM entries LIMIT 1",
      "REPLACE INTO entries SELECT 7, record, version, 'new', leaf, open_salt, open FROM entries WHERE seq = 6",
      "REPLACE INTO entries SELECT 7, record, 3, entry, leaf, open_salt, open FROM entries WHERE seq = 6",
      "INSERT INTO entries SELECT 8, 'cases/26-0009', 1, 'new', leaf, open_salt, open FROM entries WHERE seq = 6",
      "INSERT INTO entries SELECT 7, 'cases/26-0009', 2, 'new', leaf, open_salt, open FROM entries WHERE seq = 6",
      "UPDATE sealed SET sealed = '{}' WHERE seq = 2",
      "INSERT OR REPLACE INTO sealed SELECT seq, salt, '{}' FROM sealed WHERE seq = 2",
      "INSERT OR REPLACE INTO sealed SELECT seq, salt, '{}' FROM sealed WHERE seq = 6",
      "UPDATE nodes SET hash = zeroblob(32) WHERE level = 0", "DELETE FROM nodes WHERE level = 0",
      "INSERT OR REPLACE INTO nodes VALUES (0, 1, zeroblob(32))", "UPDATE meta SET value = 'yes'", "DELETE FROM meta",
      "INSERT OR REPLACE INTO meta VALUES ('practice', 'yes')", "PRAGMA writable_schema=ON; DELETE FROM sqlite_schema");
  CAPTURE(sql);
  CHECK_THROWS_AS(memory.store->database().exec(sql), SQLite::Exception);
  CHECK(memory.journal.head() == head);
  CHECK(verify_all(memory.journal).checked == 6);
}

TEST_CASE("Replacing is caught without recursive triggers too", "[unit][journal]") {
  InMemory memory;
  fill(memory.journal, 3);
  auto& database = memory.store->database();
  database.exec("PRAGMA recursive_triggers=OFF");
  for (const auto* sql :
       {"INSERT OR REPLACE INTO entries SELECT seq, record, version, entry, leaf, open_salt, '{}' FROM entries",
        "REPLACE INTO entries SELECT 4, record, version, 'new', leaf, open_salt, open FROM entries WHERE seq = 3",
        "REPLACE INTO entries SELECT 4, record, 2, entry, leaf, open_salt, open FROM entries WHERE seq = 3",
        "INSERT OR REPLACE INTO nodes VALUES (0, 1, zeroblob(32))"}) {
    CHECK_THROWS_AS(database.exec(sql), SQLite::Exception);
  }
  CHECK(verify_all(memory.journal).checked == 3);
}

TEST_CASE("Settings and the access log only grow", "[unit][journal]") {
  InMemory memory;
  auto& database = memory.store->database();
  database.exec("INSERT INTO settings VALUES (1, 'a', 'b', 'c', 'd')");
  database.exec("INSERT INTO access_log VALUES (1, 'a', 'b', 'c', 'd', 'e')");
  for (const auto* sql : {"UPDATE settings SET value = 'x'", "DELETE FROM settings",
                          "REPLACE INTO settings VALUES (1, 'a', 'x', 'c', 'd')",
                          "INSERT INTO settings VALUES (3, 'a', 'x', 'c', 'd')", "UPDATE access_log SET deed = 'x'",
                          "DELETE FROM access_log", "REPLACE INTO access_log VALUES (1, 'a', 'x', 'c', 'd', 'e')",
                          "INSERT INTO access_log VALUES (3, 'a', 'x', 'c', 'd', 'e')"}) {
    CHECK_THROWS_AS(database.exec(sql), SQLite::Exception);
  }
}

}  // namespace
}  // namespace review::journal_test

#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/store/store.hpp"

namespace review::test {

inline int remember_statement(unsigned, void* into, void* statement, void*) {
  if (char* sql = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement))) {
    static_cast<std::vector<std::string>*>(into)->push_back(sql);
    sqlite3_free(sql);
  }
  return 0;
}

/// How SQLite goes about the one statement that `work` runs.
template <class Work>
std::string plan_of(Store& store, Work work) {
  std::vector<std::string> statements;
  sqlite3* const connection = store.database().getHandle();
  sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, remember_statement, &statements);
  work();
  sqlite3_trace_v2(connection, 0, nullptr, nullptr);
  REQUIRE(statements.size() == 1);
  std::string plan;
  SQLite::Statement explained(store.database(), "EXPLAIN QUERY PLAN " + statements.front());
  while (explained.executeStep()) plan += explained.getColumn(3).getString() + "\n";
  return plan;
}

}  // namespace review::test

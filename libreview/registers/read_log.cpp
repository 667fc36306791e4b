#include "libreview/registers/read_log.hpp"

namespace review {

Result<void> ReadLog::add(const std::vector<Read>& reads, Instant now) {
  if (reads.empty()) return {};
  return store_.in_one_transaction([&]() -> Result<void> {
    const auto time = rfc3339(now);
    for (const auto& read : reads) {
      store_
          .prepare(
              "INSERT INTO reads(seq, time, person, role, record, what, why) "
              "VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM reads), ?, ?, ?, ?, ?, ?)")
          .with(time, read.person, read.role, read.record, read.what, read.why)
          .run();
    }
    return {};
  });
}

std::vector<Read> ReadLog::find(const ReadsWanted& wanted) {
  return store_.reading([&] {
    std::string sql = "SELECT seq, time, person, role, record, what, why FROM reads WHERE 1";
    std::vector<std::string> bound;
    const auto where = [&](const char* condition, const std::string& value) {
      if (value.empty()) return;
      sql += condition;
      bound.push_back(value);
    };
    where(" AND record = ?", wanted.record);
    where(" AND person = ?", wanted.person);
    where(" AND time >= ?", wanted.from);
    where(" AND time < ?", wanted.until);
    where(" AND instr(what || '/', ?) = 1", wanted.what.empty() ? std::string() : wanted.what + "/");
    if (wanted.before > 0) sql += " AND seq < " + std::to_string(wanted.before);
    sql += " ORDER BY seq DESC LIMIT " + std::to_string(wanted.limit);
    SQLite::Statement statement(store_.database(), sql);
    for (std::size_t i = 0; i < bound.size(); ++i) statement.bind(static_cast<int>(i) + 1, bound[i]);
    std::vector<Read> found;
    while (statement.executeStep()) {
      const auto text = [&](int column) { return statement.getColumn(column).getString(); };
      found.push_back({statement.getColumn(0).getInt64(), text(1), text(2), text(3), text(4), text(5), text(6)});
    }
    return found;
  });
}

}  // namespace review

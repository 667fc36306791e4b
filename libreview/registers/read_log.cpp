#include "libreview/registers/read_log.hpp"

#include <limits>
#include <string_view>
#include <utility>

namespace review {
namespace {

/// What an embargo covers is noted under its name, or under that with a document behind a slash: `embargo/embargo-1`,
/// `embargo/embargo-1/document-2`, and not `embargo/embargo-10`. In the words of the index `reads_covered`, which is
/// used for it and for nothing else.
constexpr std::string_view is_covered =
    " AND substr(what, 1, 8) = 'embargo/' AND what >= ? AND what < ? AND (what = ? OR what >= ?)";

std::vector<std::string> bounds_of(const std::string& covered_by) {
  return {covered_by, covered_by + "0", covered_by, covered_by + "/"};  // 0 comes next after the slash
}

}  // namespace

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
    if (!wanted.covered_by.empty()) {
      sql += is_covered;
      for (auto& bound_by : bounds_of(wanted.covered_by)) bound.push_back(std::move(bound_by));
    }
    // The plus: else SQLite would walk through all that was read of the record to find the few that are covered.
    if (wanted.before > 0)
      sql += (wanted.covered_by.empty() ? " AND seq < " : " AND +seq < ") + std::to_string(wanted.before);
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

std::vector<CoveredReader> ReadLog::covered_readers(const CoveredReadersWanted& wanted) {
  return store_.reading([&] {
    static const auto sql =
        "SELECT person, what, count(*), min(time), max(time), min(seq) AS begun FROM reads WHERE record = ?" +
        std::string(is_covered) + " GROUP BY what, person HAVING begun < ? ORDER BY begun DESC LIMIT ?";
    auto rows = store_.prepare(sql);
    const auto bounds = bounds_of(wanted.covered_by);
    const auto before = wanted.before > 0 ? wanted.before : std::numeric_limits<std::int64_t>::max();
    rows.give(wanted.record, bounds[0], bounds[1], bounds[2], bounds[3], before,
              static_cast<std::int64_t>(wanted.limit));
    std::vector<CoveredReader> found;
    while (rows.step())
      found.push_back({rows.text(0), rows.text(1), rows.small(2), rows.text(3), rows.text(4), rows.integer(5)});
    return found;
  });
}

}  // namespace review

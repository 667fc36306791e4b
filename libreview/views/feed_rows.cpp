#include "libreview/views/feed_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "libreview/views/sight_condition.hpp"

namespace review {

FeedRows feed_rows(Store& store, const FeedWanted& wanted, const Reader& reader, Date today) {
  auto where = clocks_seen(reader, today, "alert_arms");
  const auto of_members = with_members("alert_arms");
  where.sql = "SELECT record, clock, due_on, sequence, live, changed, agency FROM alert_arms WHERE " + of_members.sql +
              " AND " + where.sql + " AND (live = 1 OR changed_on >= ?)";
  where.bound.insert(where.bound.begin(), of_members.bound.begin(), of_members.bound.end());
  where.bound.push_back(wanted.ended_since.iso());
  if (wanted.own) {
    const auto own = member_on("alert_arms", reader.person, today);
    where.sql += " AND " + own.sql;
    where.bound.insert(where.bound.end(), own.bound.begin(), own.bound.end());
  }
  where.sql += fmt::format(" ORDER BY abs(julianday(due_on) - julianday(?)), record, clock LIMIT {}", wanted.most + 1);
  where.bound.push_back(today.iso());
  return store.reading([&] {
    FeedRows found;
    auto& all = found.rows;
    auto rows = store.prepare(where.sql);
    rows.give_each(where.bound);
    while (rows.step()) {
      all.push_back({rows.text(0), rows.text(1), Date::parse(rows.text(2)).value(), rows.small(3), rows.integer(4) == 1,
                     rows.text(5), rows.text(6)});
    }
    found.cut = all.size() > wanted.most;
    if (found.cut) all.pop_back();
    const auto place = [](const FeedRow& row) { return std::tie(row.due, row.record, row.clock); };
    std::sort(all.begin(), all.end(), [&](const auto& one, const auto& other) { return place(one) < place(other); });
    return found;
  });
}

}  // namespace review

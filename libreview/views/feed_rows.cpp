#include "libreview/views/feed_rows.hpp"

#include "libreview/views/sight_condition.hpp"

namespace review {

std::vector<FeedRow> feed_rows(Store& store, const FeedWanted& wanted, const Reader& reader, Date today) {
  auto where = clocks_seen(reader, today, "alert_arms");
  where.sql = "SELECT record, clock, due_on, sequence, live, changed FROM alert_arms WHERE record LIKE 'cases/%' AND " +
              where.sql + " AND (live = 1 OR changed_on >= ?)";
  where.bound.push_back(wanted.ended_since.iso());
  if (wanted.own) {
    const auto own = member_on("alert_arms", reader.person, today);
    where.sql += " AND " + own.sql;
    where.bound.insert(where.bound.end(), own.bound.begin(), own.bound.end());
  }
  where.sql += " ORDER BY due_on, record, clock";
  return store.reading([&] {
    std::vector<FeedRow> all;
    auto rows = store.prepare(where.sql);
    rows.give_each(where.bound);
    while (rows.step()) {
      all.push_back({rows.text(0), rows.text(1), Date::parse(rows.text(2)).value(), rows.small(3), rows.integer(4) == 1,
                     rows.text(5)});
    }
    return all;
  });
}

}  // namespace review

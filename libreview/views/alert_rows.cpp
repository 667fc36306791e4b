#include "libreview/views/alert_rows.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/views/sight_condition.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

constexpr std::size_t alert_key_parts = 4;

/// Of a row of `alerts`: the reader sees it on the day.
Condition alert_sight(const Reader& reader, Date today) {
  Condition sight;
  const auto of_members = with_members("alerts");
  sight.add("((" + of_members.sql + " AND ", of_members.bound);
  const auto seen = clocks_seen(reader, today, "alerts");
  sight.add(seen.sql, seen.bound);
  const bool of_no_case = reader.may(Right::manage_settings) || reader.may(Right::manage_store);
  sight.add(")", {});
  if (of_no_case) sight.add(" OR NOT " + of_members.sql, of_members.bound);
  sight.add(reader.may(Right::manage_contacts) ? " OR alerts.record LIKE 'channels/%')" : ")", {});
  return sight;
}

}  // namespace

DailyList daily_list(Store& store, std::int64_t last, std::size_t first, const Reader& reader, Date today) {
  Condition where;
  // The list leads, whatever SQLite thinks of the alerts that stand.
  where.add(
      "SELECT alerts.alert FROM notices n CROSS JOIN alerts ON alerts.alert = n.alert"
      " WHERE n.mail IS NULL AND n.dropped IS NULL AND n.sort = 'DAILY' AND n.person = ? AND n.notice <= ?"
      " AND alerts.settled IS NULL AND alerts.acknowledged IS NULL AND NOT EXISTS"
      " (SELECT 1 FROM alert_snoozes s WHERE s.alert = alerts.alert AND s.person = n.person AND s.until_on > ?) AND ",
      {reader.person, std::to_string(last), today.iso()});
  const auto sight = alert_sight(reader, today);
  where.add(sight.sql, sight.bound);
  where.add(" ORDER BY n.notice", {});
  return store.reading([&] {
    DailyList list;
    auto rows = store.prepare(where.sql);
    rows.give_each(where.bound);
    for (; rows.step(); ++list.count) {
      if (list.first.size() < first) list.first.push_back(rows.text(0));
    }
    return list;
  });
}

std::vector<std::string> alerts_seen(Store& store, const AlertsWanted& wanted, const Reader& reader, Date today) {
  Condition where;
  where.add("SELECT alert FROM alerts WHERE ", {});
  const auto sight = alert_sight(reader, today);
  where.add(sight.sql, sight.bound);
  if (!wanted.alert.empty()) where.add(" AND alert = ?", {wanted.alert});
  if (wanted.among) {
    // One text however many they are, so that it is compiled once.
    boost::json::array ids;
    for (const auto& one : *wanted.among) ids.push_back(boost::json::string(one));
    where.add(" AND alert IN (SELECT value FROM json_each(?))", {boost::json::serialize(ids)});
  }
  if (!wanted.case_id.empty()) where.add(" AND record = ?", {record_of(wanted.case_id)});
  if (!wanted.step.empty()) where.add(" AND step = ?", {wanted.step});
  if (!wanted.settled) {
    where.add(
        " AND settled IS NULL AND NOT EXISTS (SELECT 1 FROM alert_snoozes s WHERE s.alert = alerts.alert"
        " AND s.person = ? AND s.until_on > ?)",
        {reader.person, today.iso()});
  }
  if (wanted.after.size() == alert_key_parts)
    where.add(" AND (due_on, record, clock, alert) > (?, ?, ?, ?)", wanted.after);
  where.add(" ORDER BY due_on, record, clock, alert LIMIT ?", {std::to_string(wanted.limit)});
  return store.reading([&] {
    std::vector<std::string> ids;
    auto rows = store.prepare(where.sql);
    rows.give_each(where.bound);
    while (rows.step()) ids.push_back(rows.text(0));
    return ids;
  });
}

}  // namespace review

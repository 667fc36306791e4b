#include "libreview/registers/alert_arms.hpp"

#include <algorithm>

namespace review {
namespace {

/// Before every day: what is told first.
constexpr std::string_view at_once = "0001-01-01";

std::string next_of(std::optional<Date> next_on) { return next_on ? next_on->iso() : std::string(); }

/// One row of the table, as far as `keep` compares it.
struct Row {
  std::string clock;
  std::string started_by;
  std::string due_on;
  bool live;
  std::string moved_from;
};

std::vector<Row> rows_of(Store& store, std::string_view record) {
  std::vector<Row> all;
  auto rows = store.prepare("SELECT clock, started_by, due_on, live, moved_from FROM alert_arms WHERE record = ?");
  rows.give(record);
  while (rows.step()) all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3) == 1, rows.text(4)});
  return all;
}

void settle(Store& store, std::string_view record, std::string_view clock, std::string_view why) {
  store.prepare("UPDATE alerts SET settled = ? WHERE record = ? AND clock = ? AND settled IS NULL")
      .with(why, record, clock)
      .run();
}

/// The day from which the rules moved it, as far as nobody was told; empty where they did not, or moved it back.
std::string moved_from(const Row& before, const Arm& after, Because because) {
  if (because != Because::rules || !before.live || before.started_by != after.started_by) return {};
  const auto& from = before.moved_from.empty() ? before.due_on : before.moved_from;
  return from == after.due.iso() ? std::string() : from;
}

}  // namespace

Result<void> AlertArms::keep(std::string_view record, const std::vector<Armed>& armed, Because because) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    const auto before = rows_of(store_, record);
    for (const auto& row : before) {
      const bool stays = std::ranges::any_of(armed, [&](const Armed& one) { return one.arm.clock == row.clock; });
      if (stays || !row.live) continue;
      store_
          .prepare(
              "UPDATE alert_arms SET live = 0, next_on = '', moved_from = '', sequence = sequence + 1,"
              " changed = '' WHERE record = ? AND clock = ?")
          .with(record, row.clock)
          .run();
      settle(store_, record, row.clock, "ended");
    }
    for (const auto& [arm, next_on] : armed) {
      const auto row = std::ranges::find(before, arm.clock, &Row::clock);
      const bool known = row != before.end();
      const bool same = known && row->live && row->started_by == arm.started_by && row->due_on == arm.due.iso();
      if (same) {
        if (because == Because::recorded) continue;
        // Warnings, ladder or holidays may be others now: it is looked at once more, and no step is told twice.
        store_
            .prepare("UPDATE alert_arms SET next_on = iif(moved_from = '', ?, next_on) WHERE record = ? AND clock = ?")
            .with(next_of(next_on), record, arm.clock)
            .run();
        continue;
      }
      const auto from = known ? moved_from(*row, arm, because) : std::string();
      if (known && row->live) settle(store_, record, arm.clock, "moved");
      store_
          .prepare(
              "INSERT INTO alert_arms(record, clock, started_by, due_on, agency, arming, live, next_on,"
              " moved_from) VALUES (?, ?, ?, ?, ?, 1, 1, ?, ?) ON CONFLICT (record, clock) DO UPDATE SET"
              " started_by = excluded.started_by, due_on = excluded.due_on, agency = excluded.agency,"
              " arming = arming + 1, live = 1, next_on = excluded.next_on, moved_from = excluded.moved_from,"
              " sequence = sequence + 1, changed = ''")
          .with(record, arm.clock, arm.started_by, arm.due.iso(), arm.agency,
                from.empty() ? next_of(next_on) : std::string(at_once), from)
          .run();
    }
    return {};
  });
}

std::vector<KeptArm> AlertArms::due(Date today, int limit) {
  return store_.reading([&] {
    std::vector<KeptArm> all;
    auto rows = store_.prepare(
        "SELECT record, clock, started_by, due_on, agency, arming, moved_from FROM alert_arms"
        " WHERE next_on <> '' AND next_on <= ?"
        " ORDER BY next_on, record, clock LIMIT ?");
    rows.give(today.iso(), limit);
    while (rows.step()) {
      all.push_back({rows.text(0),
                     {rows.text(1), rows.text(2), Date::parse(rows.text(3)).value(), rows.text(4)},
                     rows.small(5),
                     rows.text(6)});
    }
    return all;
  });
}

Result<void> AlertArms::put_next(const KeptArm& kept, std::optional<Date> next_on) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("UPDATE alert_arms SET next_on = ?, moved_from = '' WHERE record = ? AND clock = ?")
        .with(next_of(next_on), kept.record, kept.arm.clock)
        .run();
    return {};
  });
}

Result<void> AlertArms::stamp(Date today, Instant now, int limit) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_
        .prepare(
            "UPDATE alert_arms SET changed = ?, changed_on = ? WHERE (record, clock) IN"
            " (SELECT record, clock FROM alert_arms WHERE changed = '' LIMIT ?)")
        .with(rfc3339(now), today.iso(), limit)
        .run();
    return {};
  });
}

}  // namespace review

#include "libreview/registers/alerts.hpp"

#include <fmt/format.h>

#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr int alert_letters = 12;

constexpr std::string_view select_alert =
    "SELECT alert, record, clock, started_by, arming, step, due_on, agency, raised, raised_on, coalesce(settled, ''),"
    " coalesce(acknowledged_by, ''), coalesce(acknowledged, ''), moved_from FROM alerts ";

Alert alert_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3),  row.small(4), row.text(5),  row.text(6),
          row.text(7), row.text(8), row.text(9), row.text(10), row.text(11), row.text(12), row.text(13)};
}

tl::unexpected<Refusal> no_alert() { return refuse(Code::not_found, "There is no alert of this name."); }

}  // namespace

std::string Alert::key() const { return fmt::format("{}/{}/{}/{}", record, clock, arming, step); }

Result<std::optional<Alert>> Alerts::raise(const KeptArm& kept, const Step& step, Date today, Instant now) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<std::optional<Alert>> {
    {
      // That a day moved said how it stood as well: what stood then is not told besides.
      auto before = store_.prepare(
          "SELECT 1 FROM alerts WHERE record = ? AND clock = ? AND arming = ?"
          " AND (step = ? OR step = ? AND raised_on >= ?)");
      if (before.with(kept.record, kept.arm.clock, kept.arming, step.name, moved_step, step.on.iso()).step())
        return std::optional<Alert>();
    }
    store_.prepare("UPDATE alerts SET settled = 'next-step' WHERE record = ? AND clock = ? AND settled IS NULL")
        .with(kept.record, kept.arm.clock)
        .run();
    Alert alert{random_id(random_, alert_letters),
                kept.record,
                kept.arm.clock,
                kept.arm.started_by,
                kept.arming,
                step.name,
                kept.arm.due.iso(),
                kept.arm.agency,
                rfc3339(now),
                today.iso()};
    if (step.name == moved_step) {
      alert.moved_from = kept.moved_from;
    } else if (alert.raised_on <= alert.due_on) {
      // Until the day has come, what is told of it says also that it moved: who read the former day reads this one.
      auto moved =
          store_.prepare("SELECT moved_from FROM alerts WHERE record = ? AND clock = ? AND arming = ? AND step = ?");
      if (moved.with(kept.record, kept.arm.clock, kept.arming, moved_step).step()) alert.moved_from = moved.text(0);
    }
    store_
        .prepare(
            "INSERT INTO alerts(alert, record, clock, started_by, arming, step, due_on, agency, raised, raised_on,"
            " moved_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(alert.alert, alert.record, alert.clock, alert.started_by, alert.arming, alert.step, alert.due_on,
              alert.agency, alert.raised, alert.raised_on, alert.moved_from)
        .run();
    return std::optional<Alert>(std::move(alert));
  });
}

std::optional<Alert> Alerts::find(std::string_view alert) {
  return store_.reading([&]() -> std::optional<Alert> {
    static const auto sql = std::string(select_alert) + "WHERE alert = ?";
    auto row = store_.prepare(sql);
    if (!row.with(alert).step()) return std::nullopt;
    return alert_of(row);
  });
}

Result<Alert> Alerts::acknowledge(std::string_view alert, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Alert> {
    const auto found = find(alert);
    if (!found) return no_alert();
    if (!found->acknowledged.empty()) return *found;
    store_.prepare("UPDATE alerts SET acknowledged_by = ?, acknowledged = ? WHERE alert = ?")
        .with(by, rfc3339(now), alert)
        .run();
    AccessLog(store_).add(now, by, "alert-acknowledged", found->alert, "");
    return *find(alert);
  });
}

Result<Alert> Alerts::snooze(std::string_view alert, const std::string& by, Date until, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Alert> {
    auto found = find(alert);
    if (!found) return no_alert();
    store_
        .prepare(
            "INSERT INTO alert_snoozes(alert, person, until_on) VALUES (?, ?, ?)"
            " ON CONFLICT (alert, person) DO UPDATE SET until_on = excluded.until_on")
        .with(alert, by, until.iso())
        .run();
    AccessLog(store_).add(now, by, "alert-snoozed", found->alert, until.iso());
    return std::move(*found);
  });
}

std::string Alerts::snoozed_until(std::string_view alert, std::string_view person) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT until_on FROM alert_snoozes WHERE alert = ? AND person = ?");
    return row.with(alert, person).step() ? row.text(0) : std::string();
  });
}

std::vector<Alert> Alerts::to_hand_out(int limit) {
  return store_.reading([&] {
    static const auto sql = std::string(select_alert) + "WHERE handed_out = 0 ORDER BY raised, alert LIMIT ?";
    std::vector<Alert> all;
    auto rows = store_.prepare(sql);
    rows.give(limit);
    while (rows.step()) all.push_back(alert_of(rows));
    return all;
  });
}

Result<void> Alerts::handed_out(std::string_view alert) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("UPDATE alerts SET handed_out = 1 WHERE alert = ?").with(alert).run();
    return {};
  });
}

}  // namespace review

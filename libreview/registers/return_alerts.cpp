#include "libreview/registers/return_alerts.hpp"

#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr std::string_view select_alert =
    "SELECT alert, record, agency, link, time, coalesce(seen_by, ''), coalesce(seen, '') FROM return_alerts JOIN "
    "return_links USING (link) ";

ReturnAlert alert_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

}  // namespace

bool ReturnAlerts::raise(std::string_view link, Instant now) {
  store_.require_transaction();
  {
    auto waiting = store_.prepare("SELECT 1 FROM return_alerts WHERE link = ? AND seen IS NULL");
    if (waiting.with(link).step()) return false;
  }
  store_.prepare("INSERT INTO return_alerts(alert, link, time) VALUES (?, ?, ?)")
      .with(random_id(random_, 12), link, rfc3339(now))
      .run();
  return true;
}

Result<ReturnAlert> ReturnAlerts::see(std::string_view alert, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<ReturnAlert> {
    const auto found = find(alert);
    if (!found) return refuse(Code::not_found, "There is no alert of this name.");
    if (!found->seen.empty()) return *found;
    store_.prepare("UPDATE return_alerts SET seen_by = ?, seen = ? WHERE alert = ?")
        .with("people/" + by, rfc3339(now), alert)
        .run();
    AccessLog(store_).add(now, by, "return-alert-seen", found->alert, "");
    return *find(alert);
  });
}

std::vector<ReturnAlert> ReturnAlerts::list() {
  return store_.reading([&] {
    static const auto sql = std::string(select_alert) + "ORDER BY seen IS NOT NULL, time DESC, alert";
    std::vector<ReturnAlert> all;
    auto rows = store_.prepare(sql);
    while (rows.step()) all.push_back(alert_of(rows));
    return all;
  });
}

std::optional<ReturnAlert> ReturnAlerts::find(std::string_view alert) {
  return store_.reading([&]() -> std::optional<ReturnAlert> {
    static const auto sql = std::string(select_alert) + "WHERE alert = ?";
    auto row = store_.prepare(sql);
    if (!row.with(alert).step()) return std::nullopt;
    return alert_of(row);
  });
}

}  // namespace review

#include "libreview/store/settings.hpp"

#include "libreview/store/access_log.hpp"

namespace review {

std::optional<std::string> Settings::get(std::string_view setting) {
  return store_.reading([&]() -> std::optional<std::string> {
    auto newest = store_.prepare("SELECT value FROM settings WHERE setting = ? ORDER BY change DESC LIMIT 1");
    if (!newest.with(setting).step()) return std::nullopt;
    return newest.text(0);
  });
}

std::optional<std::string> Settings::get_before(std::string_view setting, Instant before) {
  return store_.reading([&]() -> std::optional<std::string> {
    // Instants sort as texts do.
    auto newest =
        store_.prepare("SELECT value FROM settings WHERE setting = ? AND time < ? ORDER BY change DESC LIMIT 1");
    if (!newest.with(setting, rfc3339(before)).step()) return std::nullopt;
    return newest.text(0);
  });
}

Result<void> Settings::put(std::string_view setting, std::string_view value, const std::string& actor, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_
        .prepare(
            "INSERT INTO settings(change, setting, value, actor, time) "
            "VALUES ((SELECT coalesce(max(change), 0) + 1 FROM settings), ?, ?, ?, ?)")
        .with(setting, value, actor, rfc3339(now))
        .run();
    // Not the value: it may be long, or name somebody, and the settings keep it.
    AccessLog(store_).add(now, actor, "setting-changed", std::string(setting), "");
    return {};
  });
}

std::vector<SettingChange> Settings::history(std::string_view setting) {
  return store_.reading([&] {
    std::vector<SettingChange> changes;
    auto rows = store_.prepare("SELECT change, value, actor, time FROM settings WHERE setting = ? ORDER BY change");
    rows.give(setting);
    while (rows.step()) {
      changes.push_back({rows.integer(0), std::string(setting), rows.text(1), rows.text(2), rows.text(3)});
    }
    return changes;
  });
}

}  // namespace review

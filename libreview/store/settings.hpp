#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// The setting that holds the set day of a practice store, `YYYY-MM-DD`.
inline constexpr std::string_view practice_today = "practice-today";

/// One value that a setting has had.
struct SettingChange {
  std::int64_t change = 0;  ///< from 1, over all settings
  std::string setting;
  std::string value;
  std::string actor;
  std::string time;  ///< RFC 3339 UTC
};

/// Settings of the store by name. A change is a new row; the newest counts, the earlier ones stay, and the access log
/// has it too. What a value means, and who may set it, is not decided here.
class Settings {
 public:
  explicit Settings(Store& store) : store_(store) {}

  [[nodiscard]] std::optional<std::string> get(std::string_view setting);
  /// The newest value that it was given before that instant.
  [[nodiscard]] std::optional<std::string> get_before(std::string_view setting, Instant before);
  /// In the open transaction, or in one of its own. `store_full` and the like as Store::attempt.
  Result<void> put(std::string_view setting, std::string_view value, const std::string& actor, Instant now);
  /// Every value that the setting has had, oldest first.
  [[nodiscard]] std::vector<SettingChange> history(std::string_view setting);

 private:
  Store& store_;
};

}  // namespace review

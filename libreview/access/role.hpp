#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace review {

/// What somebody is in the service.
enum class Role { administrator, coordinator, reader };

/// What somebody may do.
enum class Right {
  read_cases,       ///< cases, entries, clocks
  record,           ///< facts
  decide,           ///< decisions, and facts despite a rule
  move_cases,       ///< export and import of whole cases
  manage_access,    ///< tokens
  manage_store,     ///< head, verify, backup, check, rebuild
  set_practice_day  ///< the day of a practice store
};

/// `administrator`, `coordinator`, `reader`.
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> find_role(std::string_view name);
[[nodiscard]] const std::vector<Role>& roles();

/// The one table of roles and rights. What it does not list is not allowed.
[[nodiscard]] bool may(Role role, Right right);

}  // namespace review

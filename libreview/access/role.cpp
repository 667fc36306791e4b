#include "libreview/access/role.hpp"

#include <algorithm>

namespace review {
namespace {

struct Row {
  Role role;
  std::string_view name;
  std::vector<Right> rights;
};

/// An administrator runs the machine and sees no case.
const std::vector<Row>& table() {
  static const std::vector<Row> rows = {
      {Role::administrator, "administrator", {Right::manage_access, Right::manage_store}},
      {Role::coordinator,
       "coordinator",
       {Right::read_cases, Right::record, Right::decide, Right::move_cases, Right::set_practice_day}},
      {Role::reader, "reader", {Right::read_cases}},
  };
  return rows;
}

}  // namespace

std::string_view role_name(Role role) { return table()[static_cast<std::size_t>(role)].name; }

std::optional<Role> find_role(std::string_view name) {
  for (const auto& row : table()) {
    if (row.name == name) return row.role;
  }
  return std::nullopt;
}

const std::vector<Role>& roles() {
  static const std::vector<Role> all = {Role::administrator, Role::coordinator, Role::reader};
  return all;
}

bool may(Role role, Right right) {
  const auto& rights = table()[static_cast<std::size_t>(role)].rights;
  return std::find(rights.begin(), rights.end(), right) != rights.end();
}

}  // namespace review

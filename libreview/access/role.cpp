#include "libreview/access/role.hpp"

#include <algorithm>

namespace review {
namespace {

struct RoleRow {
  Role role;
  std::string_view name;
  std::string_view words;
  Reach reach;
  std::vector<Right> rights;
};

/// In the order of Role.
const std::vector<RoleRow>& rows_of_roles() {
  using enum Right;
  static const std::vector<RoleRow> rows = {
      {Role::administrator,
       "administrator",
       "Administrator",
       Reach::none,
       {manage_access, manage_store, verify_record, manage_contacts, manage_settings, approve_settings}},
      {Role::coordinator,
       "coordinator",
       "Review coordinator",
       Reach::every,
       {read_cases, record, decide, move_cases, verify_record, set_practice_day, manage_meetings, manage_contacts,
        approve_settings, see_reads, break_glass, export_cases, erase}},
      {Role::reader, "reader", "Reader", Reach::every, {read_cases}},
      {Role::chair,
       "chair",
       "Chair",
       Reach::every,
       {read_cases, record, decide, manage_meetings, approve_settings, break_glass, export_cases, erase}},
      {Role::panel_member, "panel-member", "Panel member", Reach::own, {read_cases, record}},
      {Role::reviewer, "reviewer", "Reviewer", Reach::own, {read_cases, record}},
      {Role::scrutineer, "scrutineer", "Scrutineer", Reach::every, {read_cases, record, scrutinise}},
      {Role::agency_contact, "agency-contact", "Agency contact", Reach::own, {read_cases, record}},
      {Role::information_governance,
       "information-governance",
       "Information governance",
       Reach::every,
       {read_cases, record, decide, verify_record, see_reads, see_withdrawn, break_glass, review_break_glass,
        export_cases, erase}},
      {Role::script, "script", "Script", Reach::every, {read_cases, record}},
  };
  return rows;
}

const RoleRow& row_of(Role role) { return rows_of_roles()[static_cast<std::size_t>(role)]; }

struct RightName {
  Right right;
  std::string_view name;
};

const std::vector<RightName>& right_names() {
  using enum Right;
  static const std::vector<RightName> names = {{read_cases, "read-cases"},
                                               {record, "record"},
                                               {decide, "decide"},
                                               {move_cases, "move-cases"},
                                               {manage_access, "manage-access"},
                                               {manage_store, "manage-store"},
                                               {verify_record, "verify-record"},
                                               {set_practice_day, "set-practice-day"},
                                               {manage_meetings, "manage-meetings"},
                                               {manage_contacts, "manage-contacts"},
                                               {manage_settings, "manage-settings"},
                                               {approve_settings, "approve-settings"},
                                               {see_reads, "see-reads"},
                                               {break_glass, "break-glass"},
                                               {see_withdrawn, "see-withdrawn"},
                                               {review_break_glass, "review-break-glass"},
                                               {scrutinise, "scrutinise"},
                                               {export_cases, "export-cases"},
                                               {erase, "erase"}};
  return names;
}

}  // namespace

std::string_view role_name(Role role) { return row_of(role).name; }

std::string_view role_words(Role role) { return row_of(role).words; }

std::optional<Role> find_role(std::string_view name) {
  for (const auto& row : rows_of_roles()) {
    if (row.name == name) return row.role;
  }
  return std::nullopt;
}

const std::vector<Role>& roles() {
  static const std::vector<Role> all = [] {
    std::vector<Role> list;
    for (const auto& row : rows_of_roles()) list.push_back(row.role);
    return list;
  }();
  return all;
}

const std::vector<Right>& rights() {
  static const std::vector<Right> all = [] {
    std::vector<Right> list;
    for (const auto& [right, name] : right_names()) list.push_back(right);
    return list;
  }();
  return all;
}

std::string_view right_name(Right right) { return right_names()[static_cast<std::size_t>(right)].name; }

std::optional<Right> find_right(std::string_view name) {
  for (const auto& row : right_names()) {
    if (row.name == name) return row.right;
  }
  return std::nullopt;
}

bool may(Role role, Right right) {
  const auto& rights = row_of(role).rights;
  return std::find(rights.begin(), rights.end(), right) != rights.end();
}

Reach reach_of(Role role) { return row_of(role).reach; }

}  // namespace review

#include "libreview/record/monitoring_groups.hpp"

#include <algorithm>

namespace review {

const MonitoringGroup* find_group(const Partnership& partnership, std::string_view id) {
  const auto found = std::ranges::find(partnership.groups, id, &MonitoringGroup::id);
  return found == partnership.groups.end() ? nullptr : &*found;
}

std::vector<std::string> group_ids(const Partnership& partnership) {
  std::vector<std::string> ids;
  for (const auto& group : partnership.groups) ids.push_back(group.id);
  return ids;
}

std::string group_names(const Partnership& partnership) {
  std::string names;
  for (const auto& group : partnership.groups) names += (names.empty() ? "" : ", ") + group.id;
  return names;
}

}  // namespace review

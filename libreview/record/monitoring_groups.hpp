#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/law/partnership.hpp"

namespace review {

/// The group of the partnership that watches over actions; null where there is none of this id.
[[nodiscard]] const MonitoringGroup* find_group(const Partnership& partnership, std::string_view id);

/// The ids of all of them.
[[nodiscard]] std::vector<std::string> group_ids(const Partnership& partnership);

/// Their ids, for whoever named none of them: `SUBGROUP, BOARD`.
[[nodiscard]] std::string group_names(const Partnership& partnership);

}  // namespace review

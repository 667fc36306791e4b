#pragma once

#include <string>
#include <vector>

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// Which yearly report is wanted: --from, --as-at, --published, --besides, and the option that names the last day of
/// the period: `to`, or `until` where --to says where a file goes.
[[nodiscard]] std::vector<Option> figures_options(const std::string& last_day);
/// The query that these ask for, with its question mark; empty where none was given.
Outcome<std::string> figures_query(const Arguments& arguments, const std::string& last_day);

}  // namespace reviewctl

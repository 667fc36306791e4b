#pragma once

#include <vector>

#include "reviewd/api/actions_listed.hpp"
#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// A part of `action_endpoints`: a round of monitoring.
[[nodiscard]] std::vector<Endpoint> monitoring_endpoints();
/// A part of that: the round as papers for the group and the board.
[[nodiscard]] std::vector<Endpoint> monitoring_paper_endpoints();

/// The two lines above a list of actions for a spreadsheet, and the line of one.
[[nodiscard]] CsvLines action_heads();
[[nodiscard]] std::vector<std::string> action_line(const ListedAction& listed);

}  // namespace reviewd

#pragma once

#include <boost/json/value.hpp>
#include <vector>

#include "tools/reviewctl/output.hpp"

namespace reviewctl {

/// Clocks as the service answers them, one a row; for people in the terms of the pages.
[[nodiscard]] Listing clock_listing(std::vector<boost::json::value> clocks, std::string none);

/// One clock with every day of its working and its sources, for a person, in the terms of the pages.
void show_clock(Output& output, const boost::json::object& clock);

/// What an entry did to the clocks, as a preview tells it; nothing where it did nothing.
void show_changes(Output& output, const boost::json::object& preview);

}  // namespace reviewctl

#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "libreview/past/past_row.hpp"

namespace review {

/// The children of a row: one cell may name several, each on a line of its own, behind a semicolon, or with `and`
/// between the last two. Their ages and sexes stand in the same order in their own cells; where these are not as many,
/// they are kept in the note and a warning says so. Where there is no age, it is the one at the incident that the date
/// of birth tells.
[[nodiscard]] boost::json::array children_of(PastRow& row);
[[nodiscard]] std::vector<std::string> pseudonyms_of(PastRow& row);

}  // namespace review

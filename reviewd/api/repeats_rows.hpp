#pragma once

#include <string>
#include <vector>

#include "libreview/desk/repeats.hpp"
#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// Rows of a table in a text.
using PaperRows = std::vector<std::vector<std::string>>;

/// For each recommendation of a case that was all but made before: what it says here, where and when it was made, what
/// it said there, what became of it. Cases in which the reader declared a conflict of interest are left out.
[[nodiscard]] PaperRows recommended_before(const Call& call, const review::Repeats& found, const AgencyNames& names);

/// For each theme of a case that was found before: what it is called, how often, where last. Of cases in which the
/// reader declared a conflict none is named.
[[nodiscard]] PaperRows themes_before(const Call& call, const review::Repeats& found);

}  // namespace reviewd

#pragma once

#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The circulations of a case, which the reader sees, that ask the reader's own agency for a view and have none of it
/// yet. They stand in the case.
[[nodiscard]] std::vector<const v1::CirculationFile*> views_asked(const Reader& reader, const v1::CaseFile& file,
                                                                  Date today);

/// Whether a view of the agency is still wanted for a meeting that takes the case: none was given for it, and the
/// reader, who sees the case, has not left the item.
[[nodiscard]] bool view_wanted(const Reader& reader, const v1::CaseFile& file, std::string_view meeting,
                               std::string_view agency);

}  // namespace review

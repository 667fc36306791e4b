#pragma once

#include <string_view>

#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The request to record an entry, as the desk takes it. `record` is the sort of record, which is also what the path
/// calls it: `case` or `meeting`. A kind of another sort of record is refused with `not-one-kind`.
[[nodiscard]] review::Result<review::Recording> recording_of(const Call& call, std::string_view record);

}  // namespace reviewd

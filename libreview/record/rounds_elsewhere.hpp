#pragma once

#include <functional>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// The programmes of rounds of monitoring that are not closed, whoever may see them.
using OpenRounds = std::function<std::vector<v1::CaseFile>()>;

/// Whether no other open programme has rounds of the group that holds one in `file`, or of whose rounds `file` is that
/// is reopened: each would have a clock of the next round, and only one would be met. So of what a correction says
/// instead. Refused with `already-recorded`; the other programme is named where `find` gives it, as the recorder sees
/// it.
[[nodiscard]] Result<void> rounds_elsewhere(const v1::CaseFile& file, const v1::Entry& entry, const OpenRounds& rounds,
                                            const FindCase& find);

}  // namespace review

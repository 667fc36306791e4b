#pragma once

#include <optional>

#include "libreview/calendar/instant.hpp"
#include "libreview/law/partnership.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Until when a publication, or a new version of one, may be recalled: so many minutes after it was recorded as the
/// partnership says. Nothing where it is not published, is taken down, or its time is not known.
[[nodiscard]] std::optional<Instant> recall_until(const v1::ReviewFile& review, const Partnership& partnership);

/// Whether a report is out: it is published, not taken down, and can be recalled no more. Nothing that leaves the
/// service tells of one that is not.
[[nodiscard]] bool is_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now);

/// Whether it was out, also where it was taken down since: for the register of what was published.
[[nodiscard]] bool has_been_out(const v1::ReviewFile& review, const Partnership& partnership, Instant now);

}  // namespace review

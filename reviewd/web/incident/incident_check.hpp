#pragma once

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Every answer with a link that changes it, what would start, and cases that may be the same.
[[nodiscard]] Response show_check(PageCall& call);
/// Opens the case; with what is known of the children's safety as its second update.
[[nodiscard]] Response log_incident(PageCall& call);

}  // namespace reviewd

#pragma once

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Proceedings and what holds the report, of a case and of the cases reviewed with it.
[[nodiscard]] Response proceedings_page(PageCall& call);

}  // namespace reviewd

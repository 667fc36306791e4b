#pragma once

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// 404: there is no such page, or it is hidden from this person.
[[nodiscard]] Response no_such_page(const PageCall& call);
/// 403: the role of this person does not allow it.
[[nodiscard]] Response not_allowed(const PageCall& call);

}  // namespace reviewd

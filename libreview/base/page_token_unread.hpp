#pragma once

#include "libreview/base/refusal.hpp"

namespace review {

/// What was given as a page token is none, or not one of this list.
[[nodiscard]] Refusal page_token_unread();

}  // namespace review

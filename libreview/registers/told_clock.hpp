#pragma once

#include <string>
#include <string_view>

#include "libreview/store/store.hpp"

namespace review {

/// A clock as somebody outside may hear of it: the id of the rule, and in place of the subject, which people type, a
/// digest that only this store can make. The same for the same clock; a clock without a subject is as it is.
[[nodiscard]] std::string told_clock(const Store& store, std::string_view record, std::string_view clock);

}  // namespace review

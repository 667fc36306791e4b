#pragma once

#include <exception>
#include <string>

#include "libreview/base/refusal.hpp"

namespace reviewd {

/// What whoever asked is told where the store could not do it: nothing was stored, and what helps now.
[[nodiscard]] review::Refusal store_full();
[[nodiscard]] review::Refusal store_broken();
[[nodiscard]] review::Refusal too_much_waits();
[[nodiscard]] review::Refusal refusal_of(const std::exception& failure);

/// What the log says of it: where an entry was altered, its record and sequence; else the type of the failure. Never
/// words of an entry.
[[nodiscard]] std::string log_words(const std::exception& failure);

}  // namespace reviewd

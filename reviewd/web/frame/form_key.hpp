#pragma once

#include <string>

namespace reviewd {

/// A new key for a form that is shown: however often the form is sent, it is recorded once (Idempotency-Key).
[[nodiscard]] std::string new_form_key();

}  // namespace reviewd

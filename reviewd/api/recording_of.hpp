#pragma once

#include <string>

#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The entry as the desk takes it, with If-Match and Idempotency-Key of the request; the case of the path, none for an
/// entry that opens one. `says` is what the key stands for, besides method and address: what was sent.
[[nodiscard]] review::Result<review::Recording> recording_of(const Call& call, review::v1::Entry entry,
                                                             const std::string& says);

}  // namespace reviewd

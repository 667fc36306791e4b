#pragma once

#include <string>
#include <string_view>

#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Whether it may be an Idempotency-Key: 1 to 255 visible characters of ASCII.
[[nodiscard]] bool is_idempotency_key(std::string_view key);

/// The entry as the desk takes it, with If-Match and Idempotency-Key of the request; the case of the path, none for an
/// entry that opens one. `says` is what the key stands for, besides method and address: what was sent.
[[nodiscard]] review::Result<review::Recording> recording_of(const Call& call, review::v1::Entry entry,
                                                             const std::string& says, std::string_view record = "case");

/// The request to record an entry, as the desk takes it. `record` is the sort of record, which is also what the path
/// calls it: `case`, `programme` or `meeting`. A kind of another sort of record is refused with `not-one-kind`.
[[nodiscard]] review::Result<review::Recording> recording_of(const Call& call, std::string_view record);

}  // namespace reviewd

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/access/reader.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Somebody who does not ask at this moment, as the rules of access see them now: for what they left to be read by a
/// program or by others. An account says their role; without one they are who has a live token of the role `as`.
/// Nothing where they cannot come in any more. A case that they opened in an emergency is read by themselves alone.
[[nodiscard]] std::optional<review::Reader> reader_now(Storage& storage, const std::string& person,
                                                       std::string_view as);

}  // namespace reviewd

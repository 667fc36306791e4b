#pragma once

#include <string>

#include "libreview/access/reader.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Somebody who is known, as the rules of access see them now: with the cases that they opened for a while. Without an
/// agency it is that of the account.
[[nodiscard]] review::Reader reader_of(Storage& storage, std::string person, review::Role role,
                                       std::string agency = {});

}  // namespace reviewd

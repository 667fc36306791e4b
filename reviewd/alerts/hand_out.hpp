#pragma once

#include "libreview/desk/moment.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Hands some of what was told to the ways of telling people: writes down who is to be told of it by mail and how. In
/// the open transaction, so that an alert is told to all or to none. Whether more is left.
[[nodiscard]] review::Result<bool> hand_out(Storage& storage, const review::Moment& moment);

}  // namespace reviewd

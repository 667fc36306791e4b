#pragma once

#include "libreview/base/result.hpp"
#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// The readers of an embargo are people that the service knows: those who were invited or have an access token, the
/// contacts of agencies, and whoever reads through this embargo already. Refused, with `missing-reference` at the
/// readers, where one of them is somebody else. The same of a correction that names readers. Asked of who may
/// record it.
[[nodiscard]] review::Result<void> readers_are_known(Call& call, const review::Recording& recording);

}  // namespace reviewd

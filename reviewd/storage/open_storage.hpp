#pragma once

#include <memory>

#include "reviewd/settings/config.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// What works on an open store, under the law and the holidays that the configuration and the store name. The views are
/// as they were left: whoever reads them lets the desk rebuild them first. Refused where an overlay or closures cannot
/// be read.
[[nodiscard]] review::Result<std::unique_ptr<Storage>> open_storage(std::unique_ptr<review::Store> store,
                                                                    const Config& config);

}  // namespace reviewd

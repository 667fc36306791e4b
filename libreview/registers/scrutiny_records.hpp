#pragma once

#include <string>
#include <vector>

#include "libreview/store/store.hpp"

namespace review {

/// The records, in order, in which a challenge was raised or answered, or scrutiny given: `cases/26-0001`. Whether
/// somebody may see one is not decided here. An index answers it, however long the log is.
[[nodiscard]] std::vector<std::string> records_with_scrutiny(Store& store);

}  // namespace review

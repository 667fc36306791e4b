#pragma once

#include <functional>
#include <memory>

#include "reviewd/api/call.hpp"
#include "reviewd/api/past_run.hpp"

namespace reviewd {

/// What is made of an import that was tried or done, in the call of the last part.
using OfPast = std::function<Response(Call&, const PastFile&, const std::shared_ptr<const PastRun>&)>;

/// An answer that is made of what an import of the file would do. Its rows are read apart from the storage thread and
/// tried in parts; nothing is stored.
[[nodiscard]] Response past_tried(const Call& call, const PastFile& file, OfPast make);
/// An answer that is made of the import: its rows are read apart from the storage thread, and all of them are recorded
/// in one transaction, or none.
[[nodiscard]] Response past_stored(const Call& call, const PastFile& file, OfPast make);

}  // namespace reviewd

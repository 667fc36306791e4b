#pragma once

#include <set>
#include <string>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// The embargoes of the case on what tells who a child is that the reader reads through now; none where they do not
/// see the case.
[[nodiscard]] std::set<std::string> read_through(Storage& storage, const std::string& case_id,
                                                 const review::Reader& reader);

/// Those that a link shows through: whoever made it read through them then, and does so now. Whoever was taken off an
/// embargo, excluded from the case or shut out of the service leaves no link behind that goes on showing.
[[nodiscard]] std::set<std::string> shown_through(Storage& storage, const std::string& case_id,
                                                  const std::string& link);

}  // namespace reviewd

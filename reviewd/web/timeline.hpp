#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

namespace reviewd {

/// One page of the updates of a case, newest first: `updates`, each with `title`, `day`, `by`, `recorded`, `facts`,
/// `note` and the `address` of its own page; `pages` with `number`, `address` and `current` where there is more than
/// one, and `newer` and `older`. `entries` are those of the API, oldest first. A page past the last one is the last.
[[nodiscard]] boost::json::object timeline(const boost::json::array& entries, const std::string& case_address,
                                           std::size_t page);

}  // namespace reviewd

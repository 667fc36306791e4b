#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cstddef>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// One page of the updates of a case as the API gives them.
struct Updates {
  boost::json::array entries;  ///< newest first, those of this page alone
  std::size_t total = 0;       ///< on all pages
  std::size_t page = 1;        ///< from 1
};

/// How many updates are on a page.
inline constexpr std::size_t updates_a_page = 50;
/// The last page of so many updates, or the one asked for where there is such a page.
[[nodiscard]] std::size_t page_of_updates(std::size_t total, std::size_t asked);

/// The page as it is shown: `updates`, each with `title`, `day`, `by`, `recorded`, `facts`, `note` and the `address` of
/// its own page; `pages` with `number`, `address` and `current` where there is more than one, and `newer` and `older`.
[[nodiscard]] boost::json::object timeline(const Updates& updates, const std::string& case_address,
                                           const Register& known);

}  // namespace reviewd

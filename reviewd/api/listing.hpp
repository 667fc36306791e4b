#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/views/list_query.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// What a list is asked for, from `filter`, `orderBy`, `pageSize` and `pageToken`. A page token goes on where the page
/// before ended, with the same filter, order and day; it is refused for another list.
[[nodiscard]] review::Result<review::ListQuery> list_query(const Call& call, std::string_view ordered_by);

/// The query parameter `pageSize`: 50 if absent or 0, 200 for more. Refuses what is no whole number.
[[nodiscard]] review::Result<int> page_size(const Call& call);

/// The token of the page after `next`; empty at the end.
[[nodiscard]] std::string page_token(const Call& call, const review::ListQuery& query,
                                     const std::vector<std::string>& next);

/// The same for a list that is cut from a whole one: which elements of `size` are on this page. `skip` leaves out the
/// first ones.
struct Cut {
  std::size_t from;
  std::size_t to;
  std::string next;
};
[[nodiscard]] review::Result<Cut> cut(const Call& call, std::size_t size);

}  // namespace reviewd

#pragma once

#include <string>
#include <vector>

#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/api/endpoint.hpp"

namespace reviewd {

/// How the rows of one sort of record speak of it, where cases and programmes have the same endpoints.
struct RowSort {
  std::string name;    ///< `programme`
  std::string all;     ///< `/v1/programmes`
  std::string one;     ///< `/v1/programmes/{programme}`
  std::string called;  ///< `Programme`: in the names of operations that name their sort
  std::string prefix;  ///< the same; empty for cases, whose operations and schemas stand without it
};
[[nodiscard]] RowSort row_sort(const review::RecordSort& sort);

/// The rows that `rows_of` makes, for programmes and then for cases.
[[nodiscard]] std::vector<Endpoint> rows_of_sorts(std::vector<Endpoint> (*rows_of)(const RowSort& of));

}  // namespace reviewd

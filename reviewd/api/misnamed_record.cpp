#include "reviewd/api/misnamed_record.hpp"

#include "libreview/vocabulary/record_name.hpp"

namespace reviewd {

std::optional<std::string_view> misnamed_record(const RouteMatch& match) {
  for (const auto& sort : review::record_sorts()) {
    const auto reference = match.parameter(sort.name);
    if (sort.has_members && !reference.empty() && review::sort_of(reference).name != sort.name) return sort.name;
  }
  return std::nullopt;
}

}  // namespace reviewd

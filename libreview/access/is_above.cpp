#include "libreview/access/is_above.hpp"

#include <algorithm>

#include "libreview/access/kind_table.hpp"

namespace review {

bool is_above(Role wanted, Role own) {
  if (reach_of(wanted) > reach_of(own)) return true;
  const auto& all = rights();
  if (std::any_of(all.begin(), all.end(), [&](Right right) { return may(wanted, right) && !may(own, right); })) {
    return true;
  }
  const auto& kinds = kinds_in_table();
  return std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) {
    const auto more = access_to(kind, wanted);
    const auto has = access_to(kind, own);
    return more.reads > has.reads || more.records > has.records;
  });
}

}  // namespace review

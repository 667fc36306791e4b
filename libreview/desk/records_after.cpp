#include "libreview/desk/records_after.hpp"

#include "libreview/vocabulary/record_name.hpp"

namespace review {

std::vector<std::string> records_after(Journal& journal, std::string_view after, std::size_t limit) {
  std::vector<std::string> found;
  bool reached = after.empty();
  for (const auto& sort : record_sorts()) {
    if (!sort.has_members) continue;
    const bool here = !reached && after.starts_with(sort.collection);
    if (!reached && !here) continue;
    reached = true;
    const std::string_view last = here ? after : sort.collection;
    for (auto& one : journal.records(sort.collection, last, limit - found.size())) found.push_back(std::move(one));
    if (found.size() == limit) break;
  }
  return found;
}

}  // namespace review

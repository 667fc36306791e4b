#include "reviewd/returns/open_link.hpp"

#include "reviewd/returns/submit.hpp"

namespace reviewd {

bool is_stopped_by_seal(Storage& storage, const review::ReturnLink& link) {
  bool sealed = false;
  for (const auto& entry : storage.desk().entries_that_count(link.case_id)) {
    // Both times are by the clock that entries are recorded by; what falls together counts as after.
    if (entry.has_case_sealed() && !sealed && entry.recorded_time() >= link.made) return true;
    if (entry.has_case_sealed()) sealed = true;
    if (entry.has_case_unsealed()) sealed = false;
  }
  return false;
}

std::optional<review::ReturnLink> open_link(Storage& storage, std::string_view line, bool used) {
  const auto moment = storage.moment();
  auto& links = storage.return_links();
  auto link = used ? links.live_or_used(line, moment.today) : links.live(line, moment.today);
  if (!link || !storage.desk().sees(link->case_id, reader_of(*link), moment)) return std::nullopt;
  return is_stopped_by_seal(storage, *link) ? std::nullopt : link;
}

}  // namespace reviewd

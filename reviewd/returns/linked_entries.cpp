#include "reviewd/returns/linked_entries.hpp"

#include <algorithm>

#include "libreview/record/fold.hpp"
#include "reviewd/returns/submit.hpp"

namespace reviewd {

std::optional<std::vector<review::v1::Entry>> linked_entries(Storage& storage, const review::ReturnLink& link,
                                                             const std::string& name) {
  const auto read = storage.desk().entries(link.case_id, reader_as(link, name), storage.moment());
  if (!read) return std::nullopt;
  auto entries = review::effective(*read);
  std::erase_if(entries, [](const auto& one) { return one.has_corrected_by(); });
  return entries;
}

const review::v1::Entry* entry_in(const std::vector<review::v1::Entry>& entries, const std::string& id) {
  const auto found = std::ranges::find_if(entries, [&](const auto& one) { return one.entry() == id; });
  return id.empty() || found == entries.end() ? nullptr : &*found;
}

std::vector<std::string> reads_shown(Storage& storage) {
  std::vector<std::string> reads;
  for (const auto& shown : storage.desk().take_shown()) reads.push_back(shown.what);
  return reads;
}

}  // namespace reviewd

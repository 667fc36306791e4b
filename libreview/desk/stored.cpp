#include "libreview/desk/stored.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/parts.hpp"

namespace review {

std::string meeting_record(std::string_view meeting) { return fmt::format("meetings/{}", meeting); }

v1::Entry entry_of(const StoredEntry& stored) {
  auto entry = join(stored.open, stored.sealed);
  if (!entry) throw std::runtime_error(fmt::format("Entry {} of the log cannot be read.", stored.seq));
  entry->set_entry(stored.entry);
  entry->set_case_(reference_of(stored.record));
  entry->set_recorded_time(stored.recorded_time);
  entry->set_recorded_by(bare_reference(stored.actor).value_or(stored.actor));
  entry->set_case_version(stored.version);
  return std::move(*entry);
}

std::vector<v1::Entry> entries_of(const std::vector<StoredEntry>& stored) {
  std::vector<v1::Entry> entries;
  entries.reserve(stored.size());
  for (const auto& one : stored) entries.push_back(entry_of(one));
  return entries;
}

std::vector<v1::Entry> recorded_by(const std::vector<v1::Entry>& entries, Date day) {
  std::vector<v1::Entry> then;
  for (const auto& entry : entries) {
    const auto recorded = parse_instant(entry.recorded_time());
    if (recorded && london_day(*recorded) > day) break;
    then.push_back(entry);
  }
  return then;
}

}  // namespace review

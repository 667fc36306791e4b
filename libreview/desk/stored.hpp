#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/journal/stored_entry.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// `meetings/m26-0001`: the name of a meeting among records.
[[nodiscard]] std::string meeting_record(std::string_view meeting);

/// The entry that the journal holds, with what only the leaf says. Throws AlteredEntry's base where it cannot be read.
[[nodiscard]] v1::Entry entry_of(const StoredEntry& stored);
[[nodiscard]] std::vector<v1::Entry> entries_of(const std::vector<StoredEntry>& stored);

/// The prefix of the entries that were recorded by the end of a London day: up to, not including, the first later one.
[[nodiscard]] std::vector<v1::Entry> recorded_by(const std::vector<v1::Entry>& entries, Date day);

}  // namespace review

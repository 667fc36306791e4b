#pragma once

#include <string>
#include <vector>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// The entries whose words count, of those of a record, oldest first: without what is withdrawn or hidden, and without
/// what a later correction took the place of. A correction that counts is among them itself.
[[nodiscard]] std::vector<const v1::Entry*> entries_that_count(const std::vector<v1::Entry>& entries);

/// What of an entry can be searched for: its names, its free text and the bodies that it names. Of a correction, what
/// its replacement says.
[[nodiscard]] std::string words_of(const v1::Entry& entry);

/// What a case itself is searched by: reference, pseudonyms, local authority.
[[nodiscard]] std::string words_of(const v1::CaseFile& file);

}  // namespace review

#pragma once

#include <string>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/record/occasion.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether a correction or withdrawal may be recorded: it names an entry of the record, a replacement is of the same
/// kind and the rules take it where the original counts, the opening entry is not withdrawn, no rule refuses a later
/// entry that took it before, and nothing that holds is loosened.
/// `entries` are those of the record, oldest first. The answer is the correction as it is to be stored.
[[nodiscard]] Result<v1::Entry> admit_correction(const std::vector<v1::Entry>& entries, const v1::Entry& correction,
                                                 const Occasion& occasion);

/// The entry that a correction or withdrawal is about; empty for any other entry.
[[nodiscard]] std::string corrected_entry(const v1::Entry& entry);

/// The kind of the entry that a correction or withdrawal is about, or of what a withdrawn correction put in its place;
/// null for any other entry, and where there is no entry of that name.
[[nodiscard]] const Kind* corrected_kind(const std::vector<v1::Entry>& entries, const v1::Entry& entry);

}  // namespace review

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "review/v1/entries.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// What the contact of a link reads of its record, speaking for the agency by the name that the record has for it:
/// entries as they stand. Corrections are not among them, for they would tell the words that one of them took back.
/// Nothing where the contact may not read the record.
[[nodiscard]] std::optional<std::vector<review::v1::Entry>> linked_entries(Storage& storage,
                                                                           const review::ReturnLink& link,
                                                                           const std::string& name);

/// The entry of that id; null where there is none.
[[nodiscard]] const review::v1::Entry* entry_in(const std::vector<review::v1::Entry>& entries, const std::string& id);

/// What was shown since this was asked last, as Read::what; whoever answers puts it on record.
[[nodiscard]] std::vector<std::string> reads_shown(Storage& storage);

}  // namespace reviewd

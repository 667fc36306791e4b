#pragma once

#include <optional>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// What a correction says that a learning product was given, beyond what the entry said that it corrects: as an entry
/// by which it is given now, to be asked of the rules as one. Those who are added; everybody where it is another
/// product or version, where its day is moved past the one on which the entry was recorded, and where the entry set
/// aside what kept the product back. Nothing for every other correction and entry. `entries` are those of the record.
[[nodiscard]] std::optional<v1::Entry> given_anew(const std::vector<v1::Entry>& entries, const v1::Entry& correction);

}  // namespace review

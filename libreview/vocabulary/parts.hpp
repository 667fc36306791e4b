#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// The two texts that an entry is stored as. A reader needs nothing but `sqlite3` to read them.
struct StoredParts {
  std::string open;    ///< proto-JSON of the fields that are neither personal nor free text
  std::string sealed;  ///< proto-JSON of the others; empty once erased
};

/// Splits an entry. Fields that the leaf or the other entries hold (its id, when and by whom it was recorded, its
/// version, who corrected it) are not stored again. That it is hidden is: an entry that came from another store with
/// its content hidden has none here.
[[nodiscard]] StoredParts split(const v1::Entry& entry);

/// Lays the parts over each other again. `sealed` may be empty: the entry then lacks what was erased.
[[nodiscard]] Result<v1::Entry> join(std::string_view open, std::string_view sealed);

}  // namespace review

#pragma once

#include "libreview/base/result.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// Whether the recommendations and findings of other records that a survey question asks about are there; so of what a
/// correction says instead. `find` gives a record that the recorder sees: one that is hidden is refused
/// (`missing-reference`) word for word as one that there is not.
[[nodiscard]] Result<void> asked_about_elsewhere(const v1::Entry& entry, const FindCase& find);

}  // namespace review

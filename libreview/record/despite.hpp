#pragma once

#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// The entry as it is to be stored, after the rules found what they found: an irregularity for each rule that it does
/// not keep and that its `despite` sets aside. A refusal names the first rule of `found`, which is in the order of the
/// refusal table, that is not set aside, and points to what else is wrong: see `told_together`. `despite` must name
/// exactly the rules that would refuse.
[[nodiscard]] Result<v1::Entry> despite_of(v1::Entry entry, const std::vector<Refusal>& found);

}  // namespace review

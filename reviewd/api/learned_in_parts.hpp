#pragma once

#include <functional>
#include <vector>

#include "libreview/learning/learned_record.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Makes the answer of what was learned in every record that the reader sees. It is called with the last part: what it
/// notes as shown is on record before the answer leaves.
using OfLearned = std::function<Response(Call&, const std::vector<review::LearnedRecord>&)>;

/// An answer that is made of what was learned in all records, which are read in parts.
[[nodiscard]] Response learned_in_parts(Call& call, OfLearned make);

}  // namespace reviewd

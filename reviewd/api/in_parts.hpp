#pragma once

#include <functional>

#include "libreview/base/result.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Works out the next part for who the reader is now. It may be asked for the same part again, so it changes nothing:
/// what it gives takes the part in once that is on record, and gives the answer where it was the last.
using NextPart = std::function<review::Result<RestInParts::Take>(Call&)>;

/// An answer that is put together in parts (`RestInParts`), of which the first is worked out at once. Each is asked of
/// who the reader is and what they see then, and is on record as shown before the answer leaves. It ends with
/// `unauthenticated` where the reader is not known any more, with `not-permitted` where role, agency or token say
/// something else, and with `busy` where the day changed.
[[nodiscard]] Response in_parts(Call& call, NextPart next);

/// The parts of such an answer, none of which is worked out yet, each between commits (`RestInParts::alone`).
[[nodiscard]] RestInParts parts_alone(const Call& call, NextPart next);

}  // namespace reviewd

#pragma once

#include <functional>

#include "libreview/base/result.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/http/rest_in_parts.hpp"

namespace reviewd {

/// Works out the next part of an answer, as `RestInParts::next`, for who the reader is and what they see then.
using NextPart = std::function<review::Result<RestInParts::Take>(Call&)>;

/// An answer that may be long: whole, where its first part is all of it, else worked out in parts between what others
/// ask (`RestInParts`); what each shows is on record before the answer leaves. It ends with `unauthenticated` where the
/// reader is not known any more, with `not-permitted` where role, agency or token say something else, and with `busy`
/// where the day changed.
[[nodiscard]] Response answer_by_parts(Call& call, NextPart next);

}  // namespace reviewd

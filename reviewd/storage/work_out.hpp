#pragma once

#include "libreview/base/result.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// The whole answer, worked out here and now, for a store that nobody else asks; what it shows is on record, as where
/// `SlowAnswers` gives it. A refusal where a part or the record of it is refused.
[[nodiscard]] review::Result<Response> work_out(Response response, Storage& storage);

}  // namespace reviewd

#pragma once

#include "reviewd/http/response.hpp"

namespace reviewd {

/// The answer with what every page carries: which scripts and styles it may load (ours alone, none of them inline), and
/// that browsers come back over a secure connection only.
[[nodiscard]] Response as_page_answer(Response response);

}  // namespace reviewd

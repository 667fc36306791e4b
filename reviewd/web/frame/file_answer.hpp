#pragma once

#include "reviewd/http/response.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// A file that the API gave, as it is, with its type and name; the page of the refusal where it gave none.
[[nodiscard]] Response file_answer(const PageCall& call, const ApiAnswer& answer);

}  // namespace reviewd

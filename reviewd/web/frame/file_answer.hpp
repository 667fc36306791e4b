#pragma once

#include <string>

#include "reviewd/http/response.hpp"
#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// The file that the API gives for this address, as it is, with its type and name; the page of the refusal where it
/// gives none. One that takes long is made apart from the storage thread.
[[nodiscard]] Response file_answer(const PageCall& call, const std::string& target);

}  // namespace reviewd

#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "reviewd/documents/mark.hpp"

namespace reviewd {

/// A copy of a document that says on each page, or in its first line, for whom it was made and when. `not-permitted`,
/// with what helps, for what cannot carry the mark: other types, and a PDF that is broken, locked with a password,
/// takes too long, or has other files inside or may have. `busy` where this machine lacks the program, or the service
/// stops: then it is not for the file.
[[nodiscard]] review::Result<std::string> marked_copy(std::string_view media_type, std::string_view content,
                                                      const Mark& mark, const std::stop_token& stop = {});

}  // namespace reviewd

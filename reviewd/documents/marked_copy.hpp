#pragma once

#include <string>
#include <string_view>

#include "libreview/base/result.hpp"
#include "reviewd/documents/mark.hpp"

namespace reviewd {

/// A copy of a document that says on each page, or in its first line, for whom it was made and when. `not-permitted`,
/// with what helps, for what cannot carry the mark: other types, and a PDF that is broken, locked with a password, or
/// has other files inside.
[[nodiscard]] review::Result<std::string> marked_copy(std::string_view media_type, std::string_view content,
                                                      const Mark& mark);

}  // namespace reviewd

#pragma once

#include <string>

#include "libreview/journal/documents.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/documents/mark.hpp"

namespace reviewd {

/// What a copy that is made for this reader now says of itself.
[[nodiscard]] Mark copy_mark(const Call& call, std::string reference);

/// What such a copy of a version calls it: `26-0007 document-1 version 2`.
[[nodiscard]] std::string version_reference(const std::string& record, const review::DocumentRow& row);

}  // namespace reviewd

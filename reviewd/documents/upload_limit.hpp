#pragma once

#include <cstdint>
#include <string_view>

#include "reviewd/settings/document_settings.hpp"

namespace reviewd {

/// How large the body of a request may be at an address; `usual` where it takes no document. A form has some room
/// around its file. A page takes twice as much, so that it can say in words that a file is too large.
[[nodiscard]] std::int64_t upload_limit(std::string_view method, std::string_view path,
                                        const DocumentSettings& settings, std::int64_t usual);

}  // namespace reviewd

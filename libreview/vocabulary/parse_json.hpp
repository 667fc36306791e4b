#pragma once

#include <boost/json/value.hpp>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// Reads one JSON text (RFC 8259) strictly: duplicate keys, more than 32 levels, numbers that are not finite,
/// lone surrogates, invalid UTF-8 and anything after the value are refused as `malformed`. The value and all that is in
/// it lie in `memory`.
[[nodiscard]] Result<boost::json::value> parse_json(std::string_view text, boost::json::storage_ptr memory = {});

}  // namespace review

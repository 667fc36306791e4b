#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// What a sender says about the version it decided on.
struct Match {
  enum class Kind { none, any, version, other };
  Kind kind = Kind::none;
  int version = 0;
};

/// Reads the value of If-Match: nothing, `*`, `"12"`. A weak tag, a list or anything else matches no version.
[[nodiscard]] Match parse_match(const std::optional<std::string>& if_match);

/// Whether an entry may go on: `precondition-missing` where a version is needed and none or `*` is given, `stale` where
/// another is given than the case has.
[[nodiscard]] Result<void> check_match(const Match& match, bool needed, int version);

}  // namespace review

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace reviewd {

/// How often strangers may try to sign in. A stranger is a browser in which the person whose name is tried never signed
/// in.
struct SignInLimits {
  std::int64_t address_burst = 60;       ///< tries of one address at once
  std::int64_t address_per_minute = 30;  ///< and how many more come with each minute
  std::int64_t wrong_per_minute = 300;   ///< tries of all strangers together that may fail in a minute
  bool spare_loopback = true;            ///< no limit for loopback: a proxy on the same machine calls from there
};

/// One limit that the table `sign-in` of a configuration file may set.
struct SignInLimitRow {
  std::string_view name;
  std::string_view says;
  std::int64_t SignInLimits::*field;
  std::int64_t least;
  std::int64_t most;
};

[[nodiscard]] const std::vector<SignInLimitRow>& sign_in_limit_table();

/// Sets the limit of that name. `unknown_field` where there is none, `wrong_type` outside its bounds.
[[nodiscard]] review::Result<void> set_sign_in_limit(SignInLimits& limits, std::string_view name, std::int64_t value);

}  // namespace reviewd
